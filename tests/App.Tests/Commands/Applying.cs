using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Settings;
using MicroCred.Approval.Tests;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Tests.Commands;

/// <summary>Applies commands to applications, with nothing running.</summary>
internal static class Applying
{
    /// <summary>The context of a command on Monday morning, under the settings that nobody set.</summary>
    /// <param name="caller">Who asks for it.</param>
    /// <param name="openTasks">How many open tasks people have.</param>
    public static CommandContext ContextOf(Caller caller, params (string Id, int Count)[] openTasks) =>
        new(
            caller,
            Moments.Monday,
            new RuleSettings(Options.Create(new RuleOptions())),
            new SectorDirectory(Options.Create(new DirectoryOptions())),
            openTasks.ToDictionary(open => open.Id, open => open.Count)
        );

    public static Transition Accepted(this Outcome<Transition> outcome) =>
        outcome.Match(transition => transition, refusal => throw new InvalidOperationException($"Refused: {refusal.Detail}"));

    public static Refusal Refused(this Outcome<Transition> outcome, RefusalKind kind)
    {
        var refusal = outcome.Match(_ => throw new InvalidOperationException("Accepted."), refusal => refusal);
        Assert.Equal(kind, refusal.Kind);
        return refusal;
    }

    /// <summary>The application as the transition leaves it.</summary>
    public static Application After(this Transition transition) => transition.Change.Application;

    /// <summary>Who is told what, in the order in which they are.</summary>
    public static IEnumerable<(string Kind, string Recipient)> Told(this Transition transition) =>
        transition.Notices.Select(notice => (notice.Kind(), notice.Envelope.Recipient));
}
