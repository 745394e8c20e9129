using MicroCred.App.Register;
using MicroCred.Approval;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Importing;

/// <summary>Gives imported entries the numbers, codes and CTIDs that their rows leave to us, and keeps those that they bring from others.</summary>
/// <remarks>
/// An application's code follows from its number, so that a number that is kept keeps its code, too; a code that a row brings is kept by the
/// number whose code it is.
/// </remarks>
internal sealed class ImportAllocation(ImportedNumbers numbers, IOptions<RegisterOptions> options)
{
    /// <summary>The entries as they are added. Of what applications have already, they are found in the file.</summary>
    public async Task<IReadOnlyList<RegisterEntry>> RunAsync(
        IReadOnlyList<AddedRow> added,
        IReadOnlyCollection<RegisterEntry> listed,
        ImportFindings findings,
        CancellationToken cancellationToken
    )
    {
        HashSet<int> taken = [.. listed.Select(entry => entry.Number)];
        HashSet<string> codes = [.. listed.Concat(added.Select(row => row.Entry)).Select(entry => entry.Code?.ToString()).OfType<string>()];
        var slots = added.SelectMany(row => (int[])[row.Entry.Number, SlotOf(row.Entry.Code)]).Where(slot => slot > 0).ToHashSet();
        var refused = await numbers.KeepAsync(slots, cancellationToken);
        foreach (var (row, entry) in added.Select(row => (row.Row, row.Entry)))
        {
            if (refused.Contains(entry.Number))
            {
                findings.Add(row, IdentityColumns.NumberColumn, $"An application has number {entry.Number}.");
            }
            else if (refused.Contains(SlotOf(entry.Code)))
            {
                findings.Add(row, IdentityColumns.ReportingCodeColumn, $"An application has {entry.Code}.");
            }
        }

        if (findings.Count > 0)
        {
            return [];
        }

        taken.UnionWith(slots);
        var free = new Queue<int>(
            await numbers.KeepFreeAsync(
                added.Count(row => row.Entry.Number == 0),
                taken.Contains,
                RegisterRows.LastNumber,
                cancellationToken
            )
        );
        taken.UnionWith(free);
        List<RegisterEntry> numbered =
        [
            .. added.Select(row => row.Entry.Number > 0 ? row.Entry : row.Entry with { Number = free.Dequeue() }),
        ];
        var withCodes = numbered
            .Select(entry =>
                entry.Code is null && options.Value.CodeOf(entry.Number) is { } own && codes.Add(own.ToString())
                    ? entry with
                    {
                        Code = own,
                    }
                    : entry
            )
            .ToList();

        // Codes of numbers that are kept anyway come first.
        Queue<ReportingCode> spare = new(
            taken.Order().Select(options.Value.CodeOf).OfType<ReportingCode>().Where(code => !codes.Contains(code.ToString()))
        );
        var more = await numbers.KeepFreeAsync(
            withCodes.Count(entry => entry.Code is null) - spare.Count,
            slot => taken.Contains(slot) || (options.Value.CodeOf(slot) is { } code && codes.Contains(code.ToString())),
            options.Value.CodesInAll(),
            cancellationToken
        );
        foreach (var code in more.Select(options.Value.CodeOf).OfType<ReportingCode>())
        {
            spare.Enqueue(code);
        }

        return
        [
            .. withCodes.Select(entry =>
                entry with
                {
                    Code = entry.Code ?? (spare.TryDequeue(out var code) ? code : null),
                    Ctid = entry.Ctid == Guid.Empty ? Guid.NewGuid() : entry.Ctid,
                }
            ),
        ];
    }

    /// <summary>The number whose code it is; 0 or less where none has it, or there is no code.</summary>
    private int SlotOf(ReportingCode? code) => code is { } known ? options.Value.NumberOf(known) : 0;
}
