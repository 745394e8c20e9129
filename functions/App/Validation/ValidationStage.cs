using MicroCred.App.Pipeline;
using MicroCred.Approval;

namespace MicroCred.App.Validation;

/// <summary>Validation: an application with errors is returned to the provider, and validated again when it is resubmitted.</summary>
internal static class ValidationStage
{
    public static async Task<Position> ValidateAsync(this Orchestration orchestration, Position position)
    {
        while (position.Stage is Stage.Validation or Stage.Correction)
        {
            position =
                position.Stage is Stage.Correction
                    ? await orchestration.NextAsync(position, nameof(LapseReturned))
                    : await orchestration.RunAsync(nameof(MicroCred.App.Validation.Validate), position);
        }

        return position;
    }
}
