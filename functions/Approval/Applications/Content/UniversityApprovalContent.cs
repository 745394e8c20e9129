using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>
/// A university's approval of its own micro-credential, as entered: the body that approved it, the day, and the body's reference.
/// </summary>
public sealed record UniversityApprovalContent(
    [property: TextLimit(TextLimit.Title), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Body = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? Date = null,
    [property: TextLimit(TextLimit.Title), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reference = null
);
