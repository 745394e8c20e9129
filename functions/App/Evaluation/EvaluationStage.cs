using MicroCred.App.Pipeline;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>
/// Evaluation: the evaluator to whom validation gave the application is reminded while it is with them, and decides; where that has to be
/// reviewed or resolved, so are a second evaluator and a registrar. A university's own application skips it.
/// </summary>
internal static class EvaluationStage
{
    public static async Task<Position> EvaluateAsync(this Orchestration orchestration, Position position)
    {
        while (position.Stage is Stage.Assignment)
        {
            position = await orchestration.RunAsync(nameof(Assign), position);
        }

        while (position.Stage is Stage.Evaluation or Stage.Information or Stage.SecondReview or Stage.Resolution)
        {
            position = await orchestration.NextAsync(position, nameof(ChaseEvaluation));
        }

        return position;
    }
}
