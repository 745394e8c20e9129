using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.Approval;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Operation;

/// <summary>
/// Records what an operator does, with who, what, on what and why: before it is done, so that nothing is done unrecorded, and again with
/// the outcome. None of it changes an application, so none of it is in an application's audit.
/// </summary>
internal sealed partial class OperatorLog(CurrentUser user, OperatorActs acts, TimeProvider time, ILogger<OperatorLog> logger)
{
    /// <summary>Performs an operator's request. Two storage requests more than the request itself.</summary>
    /// <param name="act">The action, in a word or two.</param>
    /// <param name="target">Its target.</param>
    /// <param name="reason">Why, as the operator gave it.</param>
    /// <param name="perform">Does it.</param>
    /// <param name="cancellationToken">Cancels it, until it has begun.</param>
    /// <returns>The result of <paramref name="perform"/>.</returns>
    /// <exception cref="RefusedException">The reason is missing or invalid.</exception>
    /// <exception cref="Azure.RequestFailedException">The request couldn't be recorded, and wasn't performed.</exception>
    public async Task<T> DoAsync<T>(string act, string target, string? reason, Func<Task<T>> perform, CancellationToken cancellationToken)
    {
        if (!Text.IsGiven(reason))
        {
            throw new RefusedException(RefusalKind.Invalid, "reason: say why. It is kept with your id.");
        }

        if (TextFaults.Of(reason, "reason", TextLimit.Sentence) is { } fault)
        {
            throw new RefusedException(Refusal.Invalid([fault]));
        }

        OperatorAct asked = new(Guid.NewGuid(), time.GetUtcNow(), user.Caller.Actor.Id, act, target, reason.ReplaceLineEndings(" "));
        await acts.AddAsync(asked, cancellationToken);
        LogAct(asked.Who, asked.Act, asked.Target, asked.Why);
        try
        {
            var result = await perform();
            await EndedAsync(asked, failure: null);
            return result;
        }
        catch (Exception exception)
        {
            await EndedAsync(asked, exception is ProblemException { Problem.Type: var problem } ? problem : exception.GetType().FullName);
            throw;
        }
    }

    /// <summary>The operator gets the result even where it couldn't be recorded, since it can't be undone.</summary>
    private async Task EndedAsync(OperatorAct asked, string? failure)
    {
        try
        {
            await acts.AddAsync(new OperatorActEnd(asked, time.GetUtcNow(), failure is null, failure), CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogEndLost(exception, asked.Act, asked.Target, failure ?? "done");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Operator {Who}: {Act} of {Target}, because: {Why}")]
    private partial void LogAct(string who, string act, string target, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "How an operator's {Act} of {Target} ended couldn't be kept: {End}")]
    private partial void LogEndLost(Exception exception, string act, string target, string end);
}
