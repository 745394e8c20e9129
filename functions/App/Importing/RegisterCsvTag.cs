using System.Security.Cryptography;
using MicroCred.Approval;

namespace MicroCred.App.Importing;

/// <summary>The ETag of the register's CSV, which follows from its bytes: worked out once for each list of entries.</summary>
internal sealed class RegisterCsvTag
{
    private volatile Known? _last;

    public async Task<string> OfAsync(IReadOnlyList<RegisterEntry> entries, CancellationToken cancellationToken)
    {
        if (_last is { } last && ReferenceEquals(last.Entries, entries))
        {
            return last.Tag;
        }

        using var sha256 = SHA256.Create();
        await using (CryptoStream hashed = new(Stream.Null, sha256, CryptoStreamMode.Write))
        {
            await RegisterCsv.WriteAsync(hashed, entries, cancellationToken);
        }

        Known known = new(entries, $"\"{Convert.ToHexStringLower(sha256.Hash!).AsSpan(0, 16)}\"");
        _last = known;
        return known.Tag;
    }

    private sealed record Known(IReadOnlyList<RegisterEntry> Entries, string Tag);
}
