using MicroCred.App.Tests.Operation;
using MicroCred.App.Tests.Support;
using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Access;

/// <summary>Who read a document or a record stands in the log, with ids alone.</summary>
[Collection(SharedApp.Name)]
public sealed class ReadLogTests(SharedApp shared)
{
    [Fact]
    public async Task Every_reader_of_a_document_and_of_a_record_is_logged()
    {
        (ApplicationId id, EvaluationTask task) = await shared.App.InReview();
        foreach (string reader in (string[])["mito", task.Assignee!, "registrar"])
        {
            await shared.App.Send(reader, HttpMethod.Get, $"/api/applications/{id}/documents/d1", null);
            await Logged($"{reader} reads document d1 of application {id}");
        }

        await shared.App.Send("registrar", HttpMethod.Get, $"/api/operations/applications/{id}/record", null);
        await Logged($"registrar reads the record of application {id}");
    }

    private Task Logged(string line) => Patience.UntilAsync(
        () => shared.App.Log.Contains(line, StringComparison.Ordinal), () => $"The log lacks: {line}\n{shared.App.Log}");
}
