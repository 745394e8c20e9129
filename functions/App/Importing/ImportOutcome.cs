namespace MicroCred.App.Importing;

/// <summary>What came of an import.</summary>
internal abstract record ImportOutcome
{
    private ImportOutcome() { }

    /// <summary>It is on the register, now or since an earlier request under the same key, or with the same file and no key.</summary>
    /// <param name="Imported">How many entries were added.</param>
    public sealed record Done(int Imported) : ImportOutcome;

    /// <summary>Nothing is added, since something is wrong with the file.</summary>
    public sealed record Faulty(string Detail, IReadOnlyList<ImportFinding> Findings) : ImportOutcome;

    /// <summary>The idempotency key came with another file before.</summary>
    public sealed record KeyUsed : ImportOutcome;

    /// <summary>Others changed the register all the time. Nothing is added.</summary>
    public sealed record Busy : ImportOutcome;
}
