namespace MicroCred.Inspection.Word;

/// <summary>
/// A relationship of a part: the last segment of its type, which is the same in all editions of the standard, and its target.
/// </summary>
internal sealed record Relationship(string Kind, string Target, string Mode)
{
    /// <summary>A target with a scheme or a host is external, whatever its mode says.</summary>
    public bool IsExternal =>
        string.Equals(Mode, "External", StringComparison.OrdinalIgnoreCase)
        || Target.StartsWith(@"\\", StringComparison.Ordinal)
        || Target.StartsWith("//", StringComparison.Ordinal)
        || (Target.Contains(':') && !Target.StartsWith('#'));

    /// <exception cref="HostileContentException">The target runs, or is fetched.</exception>
    public void RefuseActive()
    {
        ActiveContent.RefuseRelationship(this);
        if (IsExternal)
        {
            ExternalTargets.RefuseFetched(Kind, Target);
        }
    }
}
