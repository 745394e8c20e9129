using MicroCred.App.Identity;
using MicroCred.App.Quotas;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Http;

/// <summary>What is left of the day of the provider that the person who makes the request acts for.</summary>
internal sealed class CallersQuotas(QuotaLedger ledger, CurrentUser user)
{
    /// <summary>
    /// Spares both sides an upload that there is no room for. Under a key it may be a repeat of one that was taken, so it is read there.
    /// What is really left is settled once it is known how much comes.
    /// </summary>
    /// <exception cref="ProblemException">429 where one of the quotas is used up.</exception>
    public async Task DemandRoomAsync(HttpRequest request, params IReadOnlyList<Quota> quotas)
    {
        if (
            request.IdempotencyKey() is null
            && user.Caller.Provider is { } provider
            && await ledger.SpentOfAsync(provider.Number, quotas, request.HttpContext.RequestAborted) is { } exceeded
        )
        {
            throw new ProblemException(Problem.Of(exceeded));
        }
    }
}
