namespace MicroCred.Approval;

/// <summary>How many micro-credentials have a use.</summary>
/// <param name="UseCase">What they are for; null for those that don't say.</param>
/// <param name="Entries">How many.</param>
public sealed record UseCaseRow(UseCase? UseCase, int Entries)
{
    /// <summary>Every use case, and the entries without one where there are any.</summary>
    internal static IReadOnlyList<UseCaseRow> TableOf(IReadOnlyCollection<RegisterEntry> entries) =>
        [
            .. Enum.GetValues<UseCase>()
                .Select(use => (UseCase?)use)
                .Append(null)
                .Select(use => new UseCaseRow(use, entries.Count(entry => entry.UseCase == use)))
                .Where(row => row.UseCase is not null || row.Entries > 0),
        ];
}
