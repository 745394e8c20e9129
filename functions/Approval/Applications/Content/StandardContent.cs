namespace MicroCred.Approval;

/// <summary>A unit or skill standard that the micro-credential wraps, as entered.</summary>
public sealed record StandardContent(
    int? Number = null,
    int? Version = null,
    [property: TextLimit(TextLimit.Sentence)] string? Title = null,
    int? Level = null,
    int? Credits = null
);
