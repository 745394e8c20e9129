using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>A consulted stakeholder, their view, and what was done about it, as entered.</summary>
public sealed record StakeholderContent(
    [property: TextLimit(TextLimit.Title)] string? Name = null,
    StakeholderKind? Kind = null,
    StakeholderView? View = null,
    [property: TextLimit(TextLimit.LongText)] string? Summary = null,
    [property: TextLimit(TextLimit.LongText), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Response = null
);
