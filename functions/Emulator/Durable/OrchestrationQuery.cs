namespace MicroCred.Emulator.Durable;

/// <summary>Which instances are asked for.</summary>
/// <param name="CreatedFrom">Created at or after this instant.</param>
/// <param name="CreatedTo">Created at or before this instant.</param>
/// <param name="Statuses">In one of these statuses.</param>
/// <param name="TaskHubNames">Ignored: there is one hub.</param>
/// <param name="InstanceIdPrefix">With an id that starts like this.</param>
/// <param name="PageSize">How many to a page.</param>
/// <param name="FetchInputsAndOutputs">Whether input, output and custom status are wanted.</param>
/// <param name="ContinuationToken">Where an earlier page ended.</param>
public record OrchestrationQuery(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null,
    IEnumerable<string>? TaskHubNames = null,
    string? InstanceIdPrefix = null,
    int PageSize = OrchestrationQuery.DefaultPageSize,
    bool FetchInputsAndOutputs = false,
    string? ContinuationToken = null)
{
    /// <summary>How many to a page when nothing is said.</summary>
    public const int DefaultPageSize = 100;
}
