using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>A partner in the micro-credential, and its part in it, as entered.</summary>
public sealed record PartnerContent(
    [property: TextLimit(TextLimit.Title), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] StakeholderKind? Kind = null,
    [property: TextLimit(TextLimit.Sentence), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Part = null
);
