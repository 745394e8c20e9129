using MicroCred.App.Pipeline;
using MicroCred.Approval;

namespace MicroCred.App.Funding;

/// <summary>
/// TEC funding, where the provider asked for it: assessed by rules at once, and decided by a person, after publication, where the rules
/// can't.
/// </summary>
internal static class FundingStage
{
    public static async Task<Position> AssessFundingAsync(this Orchestration orchestration, Position position)
    {
        while (position is { Stage: Stage.Funding, WakeAt: null })
        {
            position = await orchestration.RunAsync(nameof(MicroCred.App.Funding.AssessFunding), position);
        }

        return position;
    }

    public static async Task SettleFundingAsync(this Orchestration orchestration, Position position)
    {
        while (position.Stage is Stage.Funding)
        {
            position = await orchestration.NextAsync(position, nameof(ChaseReferral));
        }
    }
}
