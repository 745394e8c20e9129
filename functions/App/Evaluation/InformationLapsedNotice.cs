using MicroCred.App.Identity;
using MicroCred.App.Notices;

namespace MicroCred.App.Evaluation;

/// <summary>To an assignee: the provider did not answer in time.</summary>
[Concerns("A question was not answered in time", Role.Evaluator, Role.Registrar)]
internal sealed record InformationLapsedNotice(Envelope Envelope) : Notice(Envelope)
{
    public override Letter Write() =>
        new(
            "No answer came in time",
            "The provider didn't answer your question in time, and a registrar closed it. The evaluation goes on with what you have."
        );
}
