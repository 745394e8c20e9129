namespace MicroCred.Approval;

/// <summary>Why a transition was refused: the kind, a plain sentence, and the findings where there are several.</summary>
public sealed record Refusal(RefusalKind Kind, string Detail, IReadOnlyList<Finding> Findings)
{
    /// <summary>The input is invalid by these findings, of which there is at least one; the detail is the first one's.</summary>
    public static Refusal Invalid(IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return new(RefusalKind.Invalid, $"{findings[0].Field}: {findings[0].Message} {findings[0].Action}", findings);
    }

    internal static Refusal WrongState(string detail) => new(RefusalKind.WrongState, detail, []);

    internal static Refusal Invalid(string detail) => new(RefusalKind.Invalid, detail, []);

    internal static Refusal NotYours(string detail) => new(RefusalKind.NotYours, detail, []);

    internal static Refusal NotFound(string detail) => new(RefusalKind.NotFound, detail, []);

    internal static Refusal TooLarge(string detail) => new(RefusalKind.TooLarge, detail, []);
}
