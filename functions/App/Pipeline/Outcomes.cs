using MicroCred.App.Notices;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Pipeline;

/// <summary>Converts the domain's outcomes.</summary>
internal static class Outcomes
{
    /// <summary>The change of one of the pipeline's own steps, where a refusal is a bug.</summary>
    /// <exception cref="ActivityRefusedException">The domain refuses it.</exception>
    public static Change OrThrow(this Outcome<Change> outcome) =>
        outcome.Match(change => change, refusal => throw new ActivityRefusedException(refusal.Detail));

    /// <summary>Two consecutive changes, to be written as one.</summary>
    public static Outcome<Change> Then(this Outcome<Change> outcome, Func<Application, Outcome<Change>> next) =>
        outcome.Match(
            first =>
                next(first.Application)
                    .Match<Outcome<Change>>(
                        second => new Change(
                            second.Application with
                            {
                                Revision = first.Application.Revision,
                            },
                            [.. first.Events, .. second.Events]
                        ),
                        refusal => refusal
                    ),
            refusal => refusal
        );

    /// <summary>The change as a transition without notices.</summary>
    public static Outcome<Transition> TellingNobody(this Outcome<Change> outcome) => outcome.Telling(_ => []);

    /// <summary>The change as a transition with notices.</summary>
    /// <param name="outcome">The change, or its refusal.</param>
    /// <param name="notices">Creates the notices from the application as it is after the change.</param>
    public static Outcome<Transition> Telling(this Outcome<Change> outcome, Func<Application, IReadOnlyList<Notice>> notices) =>
        outcome.Match<Outcome<Transition>>(change => new Transition(change, notices(change.Application)), refusal => refusal);

    /// <summary>The transition with a letter to keep that isn't sent.</summary>
    /// <param name="outcome">The transition, or its refusal.</param>
    /// <param name="letter">Creates it from the application as it is after the change; null for none.</param>
    public static Outcome<Transition> Filing(this Outcome<Transition> outcome, Func<Application, Notice?> letter) =>
        outcome.Match<Outcome<Transition>>(
            transition => letter(transition.Change.Application) is { } filed ? transition with { Filed = [filed] } : transition,
            refusal => refusal
        );

    /// <summary>The transition with documents to keep for the application.</summary>
    public static Outcome<Transition> Keeping(this Outcome<Transition> outcome, params IReadOnlyList<UploadedDocument> uploads) =>
        outcome.Match<Outcome<Transition>>(transition => transition with { Uploads = uploads }, refusal => refusal);
}
