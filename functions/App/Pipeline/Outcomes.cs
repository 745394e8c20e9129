using MicroCred.App.Notices;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Pipeline;

/// <summary>What the app makes of the domain's outcomes.</summary>
internal static class Outcomes
{
    /// <summary>The change of a step that the pipeline itself takes, where a refusal is a fault of ours.</summary>
    /// <exception cref="ActivityRefusedException">The domain refuses it.</exception>
    public static Change OrThrow(this Outcome<Change> outcome) =>
        outcome.Match(change => change, refusal => throw new ActivityRefusedException(refusal.Detail));

    /// <summary>Two changes one after the other, written as one.</summary>
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

    /// <summary>The change as a transition that nobody is told of.</summary>
    public static Outcome<Transition> TellingNobody(this Outcome<Change> outcome) => outcome.Telling(_ => []);

    /// <summary>The change as a transition that people are told of.</summary>
    /// <param name="outcome">The change, or its refusal.</param>
    /// <param name="notices">Who is told what, of the application as it is after the change.</param>
    public static Outcome<Transition> Telling(this Outcome<Change> outcome, Func<Application, IReadOnlyList<Notice>> notices) =>
        outcome.Match<Outcome<Transition>>(change => new Transition(change, notices(change.Application)), refusal => refusal);

    /// <summary>The transition as one that gives the application these documents.</summary>
    public static Outcome<Transition> Keeping(this Outcome<Transition> outcome, params IReadOnlyList<UploadedDocument> uploads) =>
        outcome.Match<Outcome<Transition>>(transition => transition with { Uploads = uploads }, refusal => refusal);
}
