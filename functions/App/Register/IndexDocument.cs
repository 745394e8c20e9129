using System.Text.Json;
using MicroCred.App.Serialization;
using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>
/// All entries for the search index of a process that starts: a line of JSON for each, with the number of the log's row that it is from.
/// </summary>
internal sealed class IndexDocument : IRegisterDocumentSource
{
    public const string Name = "index.jsonl";

    private static readonly byte[] LineEnd = [(byte)'\n'];

    public IEnumerable<RegisterDocument> Of(RegisterAsOf register, DateOnly today) =>
        [new(Name, "application/jsonl", async (target, cancellationToken) =>
            {
                foreach (var (place, entry) in register.Entries.Index())
                {
                    IndexedEntry line = new(register.Rows[place], entry);
                    await target.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(line, AppJson.Stored), cancellationToken);
                    await target.WriteAsync(LineEnd, cancellationToken);
                }
            }) { IsLarge = true }];
}

/// <summary>An entry of the index.</summary>
/// <param name="Row">The number of the log's row that it is from.</param>
/// <param name="Entry">The entry.</param>
internal sealed record IndexedEntry(long Row, RegisterEntry Entry);
