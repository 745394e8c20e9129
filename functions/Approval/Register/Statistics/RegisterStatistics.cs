namespace MicroCred.Approval;

/// <summary>
/// The register in numbers as of a day. Universities' own micro-credentials are apart, as in NZQA's tables, save for what TEC may fund.
/// </summary>
/// <param name="AsAt">The day, which is included.</param>
/// <param name="LevelByProviderType">Table One, its last row the total.</param>
/// <param name="CreditsBySubject">Table Two, its last row the total.</param>
/// <param name="UseCases">How many have each use.</param>
/// <param name="ApprovalsByMonth">The months in which any was approved, the first one first.</param>
/// <param name="Providers">The developers, those with the most entries first.</param>
/// <param name="Funded">Those that TEC may fund, by fund, universities' own among them.</param>
/// <param name="Universities">Universities' own.</param>
public sealed record RegisterStatistics(
    DateOnly AsAt,
    IReadOnlyList<LevelsRow> LevelByProviderType,
    IReadOnlyList<CreditsRow> CreditsBySubject,
    IReadOnlyList<UseCaseRow> UseCases,
    IReadOnlyList<MonthRow> ApprovalsByMonth,
    IReadOnlyList<ProviderRow> Providers,
    IReadOnlyList<FundRow> Funded,
    UniversitiesRow Universities
)
{
    /// <summary>Counts the entries that were approved by a day and are neither discontinued nor listed by mistake.</summary>
    /// <param name="entries">The entries as they were on the day; see <see cref="RegisterState.On"/>.</param>
    /// <param name="asAt">The day.</param>
    public static RegisterStatistics Of(IEnumerable<RegisterEntry> entries, DateOnly asAt)
    {
        var all = entries
            .Where(entry => entry.Status is not (RegisterStatus.Discontinued or RegisterStatus.ListedByMistake))
            .Where(entry => entry.ApprovedOn <= asAt)
            .ToList();
        var isUniversitys = all.ToLookup(entry => entry.Developer.Type == ProviderType.University);
        var counted = isUniversitys[false].ToList();
        return new(
            asAt,
            LevelsRow.TableOf(counted),
            CreditsRow.TableOf(counted),
            UseCaseRow.TableOf(counted),
            MonthRow.TableOf(counted),
            ProviderRow.TableOf(counted),
            FundRow.TableOf(all),
            UniversitiesRow.Of([.. isUniversitys[true]])
        );
    }
}
