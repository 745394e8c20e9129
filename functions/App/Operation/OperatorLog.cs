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
    private const int MostCharacters = 500;

    /// <exception cref="RefusedException">No reason is given, or a long one.</exception>
    public void Note(string act, string target, string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > MostCharacters)
        {
            throw new RefusedException(RefusalKind.Invalid, $"reason: say why, in {MostCharacters} characters at most. It is logged with your id.");
        }

        LogAct(user.Caller.Actor.Id, act, target, string.Concat(reason.Select(character => char.IsControl(character) ? ' ' : character)));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Operator {Who}: {Act} of {Target}, because: {Why}")]
    private partial void LogAct(string who, string act, string target, string why);
}
