using MicroCred.App.Identity;
using MicroCred.App.Quotas;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Http;

/// <summary>The remaining daily quotas of the provider that the person who makes the request acts for.</summary>
internal sealed class CallersQuotas(QuotaLedger ledger, CurrentUser user)
{
    /// <summary>
    /// Refuses an upload early where there is no quota left for it. One with an idempotency key may repeat an accepted upload, so it is
    /// read anyway. The real check comes once the size is known.
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
