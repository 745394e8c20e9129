using System.Security.Cryptography;
using System.Text;
using MicroCred.App.Identity;
using MicroCred.App.Register;
using MicroCred.Approval;

namespace MicroCred.App.Importing;

/// <summary>
/// Takes the entries of an earlier register, all or none: they are validated whole, written as one file that nobody looks at yet, and become
/// visible by one row of the log.
/// </summary>
internal sealed class RegisterImport(
    RegisterLog log,
    RegisterIndex index,
    ImportFiles files,
    ImportAllocation allocation,
    SectorDirectory directory,
    TimeProvider time
) : IDisposable
{
    private const int MostTries = 20;

    /// <summary>One at a time, since a large one takes memory.</summary>
    private readonly SemaphoreSlim _importing = new(1);

    /// <summary>Imports a file.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="key">The request's idempotency key, told from other people's; null for none.</param>
    /// <param name="cancellationToken">Cancels what isn't written yet.</param>
    public async Task<ImportOutcome> RunAsync(ReadOnlyMemory<byte> bytes, string? key, CancellationToken cancellationToken)
    {
        var request = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        await _importing.WaitAsync(cancellationToken);
        try
        {
            var file = ImportFile.Read(bytes);
            for (var attempt = 1; attempt <= MostTries; attempt++)
            {
                if (await TryAsync(file, key, request, cancellationToken) is { } outcome)
                {
                    return outcome;
                }
            }

            return new ImportOutcome.Busy();
        }
        catch (DecoderFallbackException)
        {
            return new ImportOutcome.Faulty("The file isn't UTF-8. Save it as CSV UTF-8.", []);
        }
        finally
        {
            _importing.Release();
        }
    }

    public void Dispose() => _importing.Dispose();

    /// <returns>Null where the register changed meanwhile in what concerns the file.</returns>
    private async Task<ImportOutcome?> TryAsync(ImportFile file, string? key, string request, CancellationToken cancellationToken)
    {
        var (known, listed, _) = await index.NowAsync(cancellationToken);
        if (key is not null && await log.FindImportAsync(key, cancellationToken) is { } earlier)
        {
            return OutcomeOf(earlier, request);
        }

        var added = new ImportCheck(listed, directory.ProviderOf, WorkingDays.DayOf(time.GetUtcNow())).Run(file);
        if (file.Findings.Count == 0 && added.Count == 0)
        {
            return new ImportOutcome.Done(0);
        }

        // Rows without numbers look new each time; the file as a whole doesn't.
        if (key is null && await log.FindImportAsync(request, cancellationToken) is { } same)
        {
            return OutcomeOf(same, request);
        }

        var entries = file.Findings.Count == 0 ? await allocation.RunAsync(added, listed, file.Findings, cancellationToken) : [];
        if (file.Findings.Count > 0)
        {
            return Faulty(file.Findings);
        }

        IReadOnlyList<ImportedEntry> imported = [.. entries.Select(ImportedEntry.Of)];
        ImportCause cause = new(key ?? request, request, await files.WriteAsync(imported, cancellationToken));
        Concern concern = new(entries);
        while (true)
        {
            if (await log.AppendImportAsync(cause, imported, known, cancellationToken))
            {
                return await DoneAsync();
            }

            if (await log.FindImportAsync(cause.Key, cancellationToken) is { } made)
            {
                // This one, whose response was lost, or somebody else's with the same cause.
                return made.File == cause.File ? await DoneAsync() : null;
            }

            await foreach (var change in log.ReadAsync(known, cancellationToken))
            {
                if (concern.IsOf(change.Entry))
                {
                    return null;
                }

                known = change.Seq;
            }
        }

        async Task<ImportOutcome> DoneAsync()
        {
            await index.NowAsync(cancellationToken);
            return new ImportOutcome.Done(imported.Count);
        }
    }

    private static ImportOutcome OutcomeOf(AppendedImport import, string request) =>
        import.Request == request ? new ImportOutcome.Done(import.Count) : new ImportOutcome.KeyUsed();

    private static ImportOutcome.Faulty Faulty(ImportFindings findings) =>
        new(
            findings.Count > findings.First.Count
                ? $"The file has {findings.Count:N0} faults, of which these are the first. Nothing was imported."
                : "The file has these faults. Nothing was imported.",
            findings.First
        );

    /// <summary>What of the register an import depends on: that nobody else has its numbers, codes and CTIDs.</summary>
    private sealed class Concern(IReadOnlyList<RegisterEntry> entries)
    {
        private readonly HashSet<int> _numbers = [.. entries.Select(entry => entry.Number)];
        private readonly HashSet<ReportingCode> _codes = [.. entries.Select(entry => entry.Code).OfType<ReportingCode>()];
        private readonly HashSet<Guid> _ctids = [.. entries.Select(entry => entry.Ctid)];

        public bool IsOf(RegisterEntry entry) =>
            _numbers.Contains(entry.Number) || (entry.Code is { } code && _codes.Contains(code)) || _ctids.Contains(entry.Ctid);
    }
}
