using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>The register as of a row of its log.</summary>
/// <param name="Seq">The row's number.</param>
/// <param name="Entries">Every entry by number, without the entries that link to it.</param>
/// <param name="Rows">For each entry the number of the row that it is from.</param>
internal sealed record RegisterAsOf(long Seq, IReadOnlyList<RegisterEntry> Entries, IReadOnlyList<long> Rows);
