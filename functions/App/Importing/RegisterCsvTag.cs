using MicroCred.Approval;

namespace MicroCred.App.Importing;

/// <summary>The ETag of the register's CSV, which follows from its bytes.</summary>
internal static class RegisterCsvTag
{
    public static async Task<string> OfAsync(IReadOnlyList<RegisterEntry> entries, CancellationToken cancellationToken)
    {
        await using HashedStream hashed = new();
        await RegisterCsv.WriteAsync(hashed, entries, cancellationToken);
        return $"\"{Convert.ToHexStringLower(hashed.Hash()).AsSpan(0, 16)}\"";
    }
}
