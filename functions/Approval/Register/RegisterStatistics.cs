namespace MicroCred.Approval;

/// <summary>NZQA's Tables One and Two over the register. Both leave out universities' own micro-credentials, as NZQA's do.</summary>
/// <param name="LevelByProviderType">Table One, its last row the total.</param>
/// <param name="CreditsBySubject">Table Two, its last row the total.</param>
public sealed record RegisterStatistics(IReadOnlyList<LevelsRow> LevelByProviderType, IReadOnlyList<CreditsRow> CreditsBySubject)
{
    /// <summary>Counts the entries that are neither discontinued nor listed by mistake; with a day, only those approved by then.</summary>
    public static RegisterStatistics Of(IEnumerable<RegisterEntry> entries, DateOnly? asAt = null)
    {
        var counted = WithUniversities(entries, asAt).Where(IsNoUniversitys).ToList();
        return new(LevelsRow.TableOf(counted), CreditsRow.TableOf(counted));
    }

    internal static bool IsNoUniversitys(RegisterEntry entry) => entry.Developer.Type != ProviderType.University;

    /// <summary>The entries that count, universities' own among them.</summary>
    internal static IEnumerable<RegisterEntry> WithUniversities(IEnumerable<RegisterEntry> entries, DateOnly? asAt) =>
        entries
            .Where(entry => entry.Status is not (RegisterStatus.Discontinued or RegisterStatus.ListedByMistake))
            .Where(entry => asAt is null || entry.ApprovedOn <= asAt);
}
