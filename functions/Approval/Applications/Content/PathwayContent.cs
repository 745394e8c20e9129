namespace MicroCred.Approval;

/// <summary>
/// A way from or to other learning, as entered: its kind, and the learning by its number on the register, by name, or by both.
/// </summary>
public sealed record PathwayContent(
    PathwayKind? Kind = null,
    int? RegisterNumber = null,
    [property: TextLimit(TextLimit.Title)] string? Name = null
);
