using MicroCred.App.Pipeline;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>Reconsideration: a registrar who took no part in a decline is reminded while it is with them, and decides.</summary>
internal static class ReconsiderationStage
{
    public static async Task<Position> ReconsiderAsync(this Orchestration orchestration, Position position)
    {
        while (position.Stage is Stage.Reconsideration)
        {
            position = await orchestration.NextAsync(position, nameof(ChaseEvaluation));
        }

        return position;
    }
}
