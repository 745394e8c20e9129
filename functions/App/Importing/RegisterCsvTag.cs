using MicroCred.Approval;

namespace MicroCred.App.Importing;

/// <summary>The ETag of the register's CSV, which follows from its bytes: worked out once for each edition of the register.</summary>
internal sealed class RegisterCsvTag
{
    private volatile Known? _last;

    public async Task<string> OfAsync(long edition, IReadOnlyList<RegisterEntry> entries, CancellationToken cancellationToken)
    {
        if (_last is { } last && last.Edition == edition)
        {
            return last.Tag;
        }

        await using HashedStream hashed = new();
        await RegisterCsv.WriteAsync(hashed, entries, cancellationToken);
        Known known = new(edition, $"\"{Convert.ToHexStringLower(hashed.Hash()).AsSpan(0, 16)}\"");
        _last = known;
        return known.Tag;
    }

    private sealed record Known(long Edition, string Tag);
}
