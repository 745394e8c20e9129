using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using MicroCred.App.Register;
using MicroCred.App.Serialization;
using MicroCred.App.Signing;
using MicroCred.App.Storage;

namespace MicroCred.App.Proof;

/// <summary>
/// The log's signed head. It is signed once for a size, when it is first asked for, and kept, so that every process answers with the same
/// one. Before the next is signed the last must hold: nothing is signed that doesn't go on from what was signed before.
/// </summary>
internal sealed class LogHeads(RegisterLog log, LogTree tree, RegisterKey key, TableServiceClient tables, TimeProvider time) : IDisposable
{
    /// <summary>A head's type, as its signature states it.</summary>
    public const string Type = "microcred-head";

    private const string Partition = "proof";
    private const string Row = "head";

    /// <summary>The maximum age of a head for readers.</summary>
    private static readonly TimeSpan ForReaders = TimeSpan.FromSeconds(2);

    /// <summary>For how long a log that doesn't hold isn't looked at again, since that reads all of it.</summary>
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(10);

    private readonly TableClient _table = tables.GetTableClient(StorageNames.RegisterTable);
    private readonly SemaphoreSlim _checking = new(1);
    private Checked? _last;
    private (string Message, DateTimeOffset At)? _fault;

    /// <summary>The head; one that is a few seconds old at most. No storage request where it isn't older, and one where nothing changed.</summary>
    /// <param name="atLeast">A size that somebody knows of: a head that is smaller is older than that.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="InvalidDataException">The log isn't what was signed before.</exception>
    public async Task<LogHead> CurrentAsync(long atLeast, CancellationToken cancellationToken)
    {
        if (Fresh(atLeast) is { } fresh)
        {
            return fresh;
        }

        await _checking.WaitAsync(cancellationToken);
        try
        {
            if (Fresh(atLeast) is { } meanwhile)
            {
                return meanwhile;
            }

            var now = time.GetUtcNow();
            if (_fault is { } fault && now - fault.At <= AfterFault)
            {
                throw new InvalidDataException(fault.Message);
            }

            _fault = null;
            var head =
                _last is { } last && last.Head.Size == await log.SizeAsync(cancellationToken)
                    ? last.Head
                    : await KeptAsync(cancellationToken);
            _last = new(head, now);
            return head;
        }
        catch (InvalidDataException wrong)
        {
            _fault ??= (wrong.Message, time.GetUtcNow());
            throw;
        }
        finally
        {
            _checking.Release();
        }
    }

    public void Dispose() => _checking.Dispose();

    private LogHead? Fresh(long atLeast) =>
        _last is { } last && last.Head.Size >= atLeast && time.GetUtcNow() - last.At <= ForReaders ? last.Head : null;

    /// <summary>The head that is kept, or else one for the log as it is now, which is kept from then on.</summary>
    private async Task<LogHead> KeptAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var kept = await JsonRows.FindAsync<LogHead>(_table, Partition, Row, cancellationToken);
            await tree.FollowAsync(cancellationToken);
            if (!await HoldsAsync(kept?.Value, cancellationToken))
            {
                // What is wrong may be the tree's file.
                await tree.RebuildAsync(cancellationToken);
                if (!await HoldsAsync(kept?.Value, cancellationToken))
                {
                    throw new InvalidDataException(
                        $"The register's log isn't the one whose head of {kept?.Value.Size} leaves was signed: rows were changed or removed."
                    );
                }
            }

            var size = tree.Size;
            if (kept?.Value is { } last && last.Size == size && await IsOursAsync(last, cancellationToken))
            {
                return last;
            }

            var head = await SignAsync(size, cancellationToken);
            if (await TryKeepAsync(head, kept?.First.ETag, cancellationToken))
            {
                return head;
            }
        }
    }

    /// <summary>Whether the tree has no more leaves than the log, and goes on from a head.</summary>
    private async Task<bool> HoldsAsync(LogHead? kept, CancellationToken cancellationToken) =>
        tree.Size <= await log.SizeAsync(cancellationToken)
        && (kept is null || (kept.Size <= tree.Size && tree.Root(kept.Size) == kept.Root));

    /// <summary>Whether a version of the key that is still valid signed it.</summary>
    private async Task<bool> IsOursAsync(LogHead head, CancellationToken cancellationToken) =>
        await key.Jws.OpenAsync(Type, head.Jws, cancellationToken) is { } payload
        && payload.AsSpan().SequenceEqual(PayloadOf(new(head.Size, head.Root, head.At)));

    private async Task<LogHead> SignAsync(long size, CancellationToken cancellationToken)
    {
        SignedSize signed = new(size, tree.Root(size), time.GetUtcNow());
        return new(signed.Size, signed.Root, signed.At, await key.Jws.SignAsync(Type, PayloadOf(signed), cancellationToken));
    }

    private static byte[] PayloadOf(SignedSize signed) => JsonSerializer.SerializeToUtf8Bytes(signed, AppJson.Api);

    /// <returns>Whether it was kept; else another process was quicker.</returns>
    private async Task<bool> TryKeepAsync(LogHead head, ETag? over, CancellationToken cancellationToken)
    {
        var row = JsonRows.Of(Partition, Row, head).Single();
        try
        {
            await (
                over is { } tag
                    ? _table.UpdateEntityAsync(row, tag, TableUpdateMode.Replace, cancellationToken)
                    : _table.AddEntityAsync(row, cancellationToken)
            );
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <summary>A head, and when it was last held against the log.</summary>
    private sealed record Checked(LogHead Head, DateTimeOffset At);
}
