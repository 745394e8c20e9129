using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Settings;
using MicroCred.App.Storage;
using MicroCred.Approval.Tests;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Tests.Commands;

/// <summary>Applies commands to applications without a running app.</summary>
internal static class Applying
{
    /// <summary>A command's context on Monday morning, with default settings.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="openTasks">People's numbers of open tasks.</param>
    public static CommandContext ContextOf(Caller caller, params (string Id, int Count)[] openTasks) =>
        new(
            caller,
            Moments.Monday,
            new RuleSettings(Options.Create(new RuleOptions())),
            new SectorDirectory(Options.Create(new DirectoryOptions())),
            new OpenWork(
                [
                    .. openTasks.SelectMany(open =>
                        Enumerable.Repeat(
                            new Backlog.TaskLine(
                                TaskId.Create(AnApplication.Id, 1),
                                open.Id,
                                TaskKind.Evaluation,
                                Moments.Monday,
                                Providers.Mito.Number,
                                Urgent: false,
                                Moments.Monday
                            ),
                            open.Count
                        )
                    ),
                ],
                Moments.Monday
            )
        );

    public static Transition Accepted(this Outcome<Transition> outcome) =>
        outcome.Match(transition => transition, refusal => throw new InvalidOperationException($"Refused: {refusal.Detail}"));

    public static Refusal Refused(this Outcome<Transition> outcome, RefusalKind kind)
    {
        var refusal = outcome.Match(_ => throw new InvalidOperationException("Accepted."), refusal => refusal);
        Assert.Equal(kind, refusal.Kind);
        return refusal;
    }

    /// <summary>The application after the transition.</summary>
    public static Application After(this Transition transition) => transition.Change.Application;

    /// <summary>The notices' kinds and recipients, in order.</summary>
    public static IEnumerable<(string Kind, string Recipient)> Told(this Transition transition) =>
        transition.Notices.Select(notice => (notice.Kind(), notice.Envelope.Recipient));
}
