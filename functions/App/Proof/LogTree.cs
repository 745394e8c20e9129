using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using MicroCred.App.Register;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Proof;

/// <summary>
/// The Merkle tree of the register's log, in memory, following the log row by row. The leaves' hashes are in a file too, <c>log/leaves</c>
/// of the register's container, to which some thousand at a time are appended: a process that starts reads that, and the rows since.
/// </summary>
internal sealed class LogTree(RegisterLog log, BlobServiceClient blobs) : IDisposable
{
    private const string FileName = "log/leaves";

    /// <summary>How many leaves the file may lack.</summary>
    private const int Lag = 1024;

    /// <summary>In leaves; 2 MiB.</summary>
    private const int LargestBlock = 64 * 1024;

    private readonly AppendBlobClient _file = blobs.GetBlobContainerClient(StorageNames.RegisterContainer).GetAppendBlobClient(FileName);
    private readonly SemaphoreSlim _following = new(1);
    private readonly Lock _growing = new();
    private MerkleTree? _tree;
    private long _inFile;

    /// <summary>The number of leaves as of the last time that the log was followed.</summary>
    public long Size => Read(tree => tree.Size);

    public string Root(long size) => Read(tree => Hex(tree.Root(size)));

    public IReadOnlyList<string> Inclusion(long leaf, long size) => Read(tree => tree.Inclusion(leaf, size).Select(Hex).ToList());

    public IReadOnlyList<string> Consistency(long from, long to) => Read(tree => tree.Consistency(from, to).Select(Hex).ToList());

    /// <summary>Adds the log's rows since the last time. One storage request; one more for each thousand leaves, and for the file.</summary>
    /// <exception cref="InvalidDataException">A row is missing.</exception>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        await _following.WaitAsync(cancellationToken);
        try
        {
            _tree ??= await InFileAsync(cancellationToken);
            await AddAsync(_tree, cancellationToken);
            while (_tree.Size - _inFile >= Lag)
            {
                await AppendToFileAsync(_tree, cancellationToken);
            }
        }
        finally
        {
            _following.Release();
        }
    }

    /// <summary>Makes the tree and its file again, from the log alone.</summary>
    /// <exception cref="InvalidDataException">A row is missing.</exception>
    public async Task RebuildAsync(CancellationToken cancellationToken)
    {
        await _following.WaitAsync(cancellationToken);
        try
        {
            await WriteAgainAsync(await OfLogAsync(cancellationToken), cancellationToken);
        }
        finally
        {
            _following.Release();
        }
    }

    /// <summary>The same where the file isn't what the log makes of it.</summary>
    /// <returns>The file's name where it was written again; null otherwise.</returns>
    /// <exception cref="InvalidDataException">A row is missing.</exception>
    public async Task<string?> MendAsync(CancellationToken cancellationToken)
    {
        await _following.WaitAsync(cancellationToken);
        try
        {
            var file = await InFileAsync(cancellationToken);
            var tree = await OfLogAsync(cancellationToken);
            if (file.Size <= tree.Size && (file.Size == 0 || tree.Root(file.Size).AsSpan().SequenceEqual(file.Root(file.Size))))
            {
                _tree = tree;
                return null;
            }

            await WriteAgainAsync(tree, cancellationToken);
            return FileName;
        }
        finally
        {
            _following.Release();
        }
    }

    public void Dispose() => _following.Dispose();

    private T Read<T>(Func<MerkleTree, T> read)
    {
        lock (_growing)
        {
            return read(_tree ?? throw new InvalidOperationException("The log is to be followed first."));
        }
    }

    private async Task<MerkleTree> OfLogAsync(CancellationToken cancellationToken)
    {
        MerkleTree tree = new();
        await AddAsync(tree, cancellationToken);
        return tree;
    }

    private async Task WriteAgainAsync(MerkleTree tree, CancellationToken cancellationToken)
    {
        _tree = tree;
        await _file.CreateAsync(cancellationToken: cancellationToken);
        _inFile = 0;
        while (_inFile < tree.Size)
        {
            await AppendToFileAsync(tree, cancellationToken);
        }
    }

    private async Task AddAsync(MerkleTree tree, CancellationToken cancellationToken)
    {
        await foreach (var change in log.ReadAsync(after: tree.Size, cancellationToken))
        {
            var hash = MerkleHash.OfLeaf(System.Text.Encoding.UTF8.GetBytes(change.Data));
            lock (_growing)
            {
                if (change.Seq != tree.Size + 1)
                {
                    throw new InvalidDataException($"Row {tree.Size + 1} of the register's log is missing.");
                }

                tree.Append(hash);
            }
        }
    }

    private async Task<MerkleTree> InFileAsync(CancellationToken cancellationToken)
    {
        MerkleTree tree = new();
        try
        {
            await using var hashes = await _file.OpenReadAsync(cancellationToken: cancellationToken);
            var hash = new byte[MerkleHash.Length];
            while (await hashes.ReadAtLeastAsync(hash, hash.Length, throwOnEndOfStream: false, cancellationToken) == hash.Length)
            {
                tree.Append(hash);
            }
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            await _file.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }

        _inFile = tree.Size;
        return tree;
    }

    private async Task AppendToFileAsync(MerkleTree tree, CancellationToken cancellationToken)
    {
        var count = (int)Math.Min(tree.Size - _inFile, LargestBlock);
        var hashes = new byte[count * MerkleHash.Length];
        for (var i = 0; i < count; i++)
        {
            tree.Leaf(_inFile + i).CopyTo(hashes.AsSpan(i * MerkleHash.Length));
        }

        try
        {
            await _file.AppendBlockAsync(
                new MemoryStream(hashes),
                new AppendBlobAppendBlockOptions
                {
                    Conditions = new AppendBlobRequestConditions { IfAppendPositionEqual = _inFile * MerkleHash.Length },
                },
                cancellationToken
            );
            _inFile += count;
        }
        catch (RequestFailedException failure) when (failure.Status == 412)
        {
            // Another process appended the same.
            var file = await _file.GetPropertiesAsync(cancellationToken: cancellationToken);
            _inFile = file.Value.ContentLength / MerkleHash.Length;
        }
    }

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
