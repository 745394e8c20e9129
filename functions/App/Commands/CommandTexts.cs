using System.Reflection;
using MicroCred.App.Pipeline;
using MicroCred.Approval;

namespace MicroCred.App.Commands;

/// <summary>Checks a command's texts against the rules for all texts, whoever sent it and by whatever route.</summary>
internal static class CommandTexts
{
    /// <summary>
    /// The command's outcome, or a refusal that names the fields whose texts can't be kept. A refusal of another kind,
    /// such as for a wrong state, takes precedence.
    /// </summary>
    public static Outcome<Transition> Hold(ICommand command, Outcome<Transition> outcome) =>
        outcome is Outcome<Transition>.Refused { Refusal.Kind: not RefusalKind.Invalid } || Faults(command) is not { Count: > 0 } faults
            ? outcome
            : Refusal.Invalid(faults);

    /// <summary>Fields are named relative to the command's content, since that is what people send.</summary>
    private static List<Finding> Faults(ICommand command) =>
        [
            .. command
                .GetType()
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(property => property.GetValue(command))
                .OfType<object>()
                .SelectMany(TextFaults.In),
        ];
}
