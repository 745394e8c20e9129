using MicroCred.App.Pipeline;
using MicroCred.Approval;

namespace MicroCred.App.Validation;

/// <summary>Validation: what has errors goes back to the provider, and is validated again when it comes in again.</summary>
internal static class ValidationStage
{
    public static async Task<Position> Validate(this Orchestration orchestration, Position position)
    {
        while (position.Stage is Stage.Validation or Stage.Correction)
        {
            position = position.Stage is Stage.Correction
                ? await orchestration.Next(position, nameof(LapseReturned))
                : await orchestration.Run(nameof(Validation.Validate), position);
        }

        return position;
    }
}
