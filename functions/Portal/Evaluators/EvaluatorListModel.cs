using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>Everybody who evaluates.</summary>
/// <param name="Evaluators">Each with the names of the providers and people that the profile has.</param>
public sealed record EvaluatorListModel(IReadOnlyList<EvaluatorLine> Evaluators) : PageModel(typeof(EvaluatorListPage));

/// <summary>An evaluator on a page.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Name">Their name.</param>
/// <param name="Profile">What they are fit and free for.</param>
/// <param name="Open">How many open tasks they have.</param>
/// <param name="IsAway">Whether they are away today.</param>
public sealed record EvaluatorLine(string Id, string Name, EvaluatorProfile Profile, int Open, bool IsAway);
