using MicroCred.App.Tests.Operation;
using MicroCred.App.Tests.Support;
using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Access;

/// <summary>The log says who read a document or a record, by ids only.</summary>
[Collection(SharedApp.Name)]
public sealed class ReadLogTests(SharedApp shared)
{
    [Fact]
    public async Task Every_reader_of_a_document_and_of_a_record_is_logged()
    {
        (var id, var task) = await shared.App.InReviewAsync();
        foreach (var reader in (string[])["mito", task.Assignee!, "registrar"])
        {
            await shared.App.SendAsync(reader, HttpMethod.Get, $"/api/applications/{id}/documents/d1", null);
            await LoggedAsync($"{reader} reads document d1 of application {id}");
        }

        await shared.App.SendAsync("registrar", HttpMethod.Get, $"/api/operations/applications/{id}/record", null);
        await LoggedAsync($"registrar reads the record of application {id}");
    }

    private Task LoggedAsync(string line) =>
        Patience.UntilAsync(
            () => shared.App.Log.Contains(line, StringComparison.Ordinal),
            () => $"The log lacks: {line}\n{shared.App.Log}"
        );
}
