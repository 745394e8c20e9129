using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>A row of the register's log.</summary>
/// <param name="Seq">Its number, from 1 without gaps.</param>
/// <param name="At">When it was appended, in UTC.</param>
/// <param name="Kind">What happened.</param>
/// <param name="By">Who did it, as the public reads it: the provider, NZQA or TEC.</param>
/// <param name="Why">What it changed, in words.</param>
/// <param name="Data">Its leaf of the Merkle log, kept as it was appended.</param>
/// <param name="Entry">The entry after the change.</param>
internal sealed record LoggedChange(
    long Seq,
    DateTimeOffset At,
    RegisterChangeKind Kind,
    string By,
    string Why,
    string Data,
    RegisterEntry Entry
)
{
    private const string Nzqa = "NZQA";

    /// <summary>Where the other entries are that the row stands for; null for a row of one.</summary>
    public LoggedImport? Import { get; init; }

    /// <summary>The change that an import makes of one of its entries.</summary>
    public static LoggedChange Of(long seq, DateTimeOffset at, ImportedEntry imported)
    {
        const RegisterChangeKind kind = RegisterChangeKind.Imported;
        var entry = imported.Entry;
        RegisterLeaf leaf = new(seq, at, kind.ToString(), entry.Number, entry.Version, imported.Hash);
        return new(seq, at, kind, Nzqa, "Taken from an earlier register", leaf.Text, entry);
    }

    /// <summary>The change that an application's part makes.</summary>
    /// <param name="seq">Its number.</param>
    /// <param name="at">The time.</param>
    /// <param name="earlier">What the application said before; null for nothing.</param>
    /// <param name="part">What the application says now.</param>
    /// <param name="entry">The entry after the change.</param>
    public static LoggedChange Of(long seq, DateTimeOffset at, EntryPart? earlier, EntryPart part, RegisterEntry entry)
    {
        var kind = ListedEntry.KindOf(earlier, part);
        RegisterLeaf leaf = new(seq, at, kind.ToString(), entry.Number, entry.Version, RegisterCaching.HashOf(entry));
        return new(seq, at, kind, ByOf(kind, part), WhyOf(kind, part, entry), leaf.Text, entry);
    }

    private static string ByOf(RegisterChangeKind kind, EntryPart part) =>
        kind switch
        {
            RegisterChangeKind.Published or RegisterChangeKind.Changed or RegisterChangeKind.DelivererAdded => part.Says.Developer.Name,
            RegisterChangeKind.FundingDecided => "TEC",
            _ => Nzqa,
        };

    private static string WhyOf(RegisterChangeKind kind, EntryPart part, RegisterEntry entry) =>
        kind switch
        {
            RegisterChangeKind.Published => "Listed",
            RegisterChangeKind.Changed => "Changed by its developer",
            RegisterChangeKind.DelivererAdded => $"{part.Says.Developer.Name} may deliver it",
            RegisterChangeKind.StatusChanged => $"Status: {entry.Status}",
            RegisterChangeKind.FundingDecided => $"Funding: {entry.Funding?.Outcome}",
            RegisterChangeKind.ConditionChanged => "A condition was followed up",
            RegisterChangeKind.Reviewed => "Reviewed",
            _ => "Put right",
        };
}
