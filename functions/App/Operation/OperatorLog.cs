using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.Approval;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Operation;

/// <summary>
/// What an operator does is logged before it is done: who, what, to what, and why. None of it changes an application, so none of it is in an
/// application's audit.
/// </summary>
internal sealed partial class OperatorLog(CurrentUser user, ILogger<OperatorLog> logger)
{
    /// <exception cref="RefusedException">No reason is given, or one that can't be kept.</exception>
    public void Note(string act, string target, string? reason)
    {
        if (!Text.IsGiven(reason))
        {
            throw new RefusedException(RefusalKind.Invalid, "reason: say why. It is logged with your id.");
        }

        if (TextFaults.Of(reason, "reason", TextLimit.Sentence) is { } fault)
        {
            throw new RefusedException(Refusal.Invalid([fault]));
        }

        LogAct(user.Caller.Actor.Id, act, target, reason.ReplaceLineEndings(" "));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Operator {Who}: {Act} of {Target}, because: {Why}")]
    private partial void LogAct(string who, string act, string target, string why);
}
