namespace MicroCred.Inspection.Word;

/// <summary>
/// Something that a part leans on: the last word of its type, which is the same in all editions of the standard, and where it is.
/// </summary>
internal sealed record Relationship(string Kind, string Target, string Mode)
{
    /// <summary>A target with a scheme or a host is outside, whatever it says of itself.</summary>
    public bool IsExternal =>
        string.Equals(Mode, "External", StringComparison.OrdinalIgnoreCase)
        || Target.StartsWith(@"\\", StringComparison.Ordinal)
        || Target.StartsWith("//", StringComparison.Ordinal)
        || (Target.Contains(':') && !Target.StartsWith('#'));

    /// <exception cref="HostileContentException">It runs something, or fetches it.</exception>
    public void RefuseActive()
    {
        ActiveContent.RefuseRelationship(this);
        if (IsExternal)
        {
            ExternalTargets.RefuseFetched(Kind, Target);
        }
    }
}
