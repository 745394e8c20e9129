using System.Reflection;
using MicroCred.App.Pipeline;
using MicroCred.Approval;

namespace MicroCred.App.Commands;

/// <summary>Holds a command's texts against what any text may be, whoever sent it and however it came.</summary>
internal static class CommandTexts
{
    /// <summary>
    /// What came of the command; a refusal that names the fields where its texts can't be kept. A command that comes at the wrong time,
    /// or is malformed, is told that first.
    /// </summary>
    public static Outcome<Transition> Hold(ICommand command, Outcome<Transition> outcome) =>
        outcome is Outcome<Transition>.Refused { Refusal.Kind: not RefusalKind.Invalid } || Faults(command) is not { Count: > 0 } faults
            ? outcome
            : Refusal.Invalid(faults);

    /// <summary>The fields are named as within the command's content, since that is what people send.</summary>
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
