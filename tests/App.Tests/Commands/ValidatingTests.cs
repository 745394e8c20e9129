using Azure.Storage.Blobs;
using MicroCred.App.Storage;
using MicroCred.App.Submission;
using MicroCred.App.Tests.Support;
using MicroCred.App.Validation;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Commands;

/// <summary>The inputs of validation besides the application itself.</summary>
public sealed class ValidatingTests : IAsyncLifetime
{
    private AppInProcess _app = null!;

    public async Task InitializeAsync() => _app = await AppInProcess.StartAsync();

    public Task DisposeAsync()
    {
        _app.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Documents_that_are_kept_as_they_came_are_no_fault() =>
        Assert.Equal(ApplicationStatus.InReview, (await ValidatedAsync(await SubmittedAsync())).Status);

    [Fact]
    public async Task A_document_whose_bytes_are_gone_sends_it_back()
    {
        var id = await SubmittedAsync();
        await BlobOf(id, "d2").DeleteAsync();

        var returned = await ValidatedAsync(id);

        Assert.Equal(ApplicationStatus.Returned, returned.Status);
        Assert.Equal(("DOC06", "documents.d2"), (Assert.Single(returned.Findings).Rule, returned.Findings[0].Field));
    }

    [Fact]
    public async Task So_does_one_whose_bytes_are_others()
    {
        var id = await SubmittedAsync();
        await BlobOf(id, "d1").UploadAsync(BinaryData.FromString("Something else."), overwrite: true);

        Assert.Equal("documents.d1", Assert.Single((await ValidatedAsync(id)).Findings).Field);
    }

    [Fact]
    public async Task What_was_lost_is_there_again_once_the_same_bytes_are_uploaded_again()
    {
        var id = await SubmittedAsync();
        await BlobOf(id, "d1").UploadAsync(BinaryData.FromString("Something else."), overwrite: true);
        await ValidatedAsync(id);
        var incoming = Guid.NewGuid().ToString("N");
        await _app.Get<BlobServiceClient>()
            .GetBlobContainerClient(StorageNames.IncomingContainer)
            .UploadBlobAsync(incoming, BinaryData.FromString("d1"));

        await _app.ChangeAsync(new DeleteDocument(id, "d1"));
        await _app.ChangeAsync(
            new AddDocument(
                id,
                new UploadedDocument(DocumentKind.Curriculum, "again.pdf", "application/pdf", 2, DocumentBytes.HashOf("d1"), [], incoming)
            )
        );
        await _app.ChangeAsync(new SubmitApplication(id));

        Assert.Equal(ApplicationStatus.InReview, (await ValidatedAsync(id)).Status);
    }

    [Fact]
    public async Task Of_several_alike_under_way_at_the_same_time_each_but_the_first_is_warned_which_names_the_first()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SubmittedAsync()));

        var validated = await Task.WhenAll(ids.Select(ValidatedAsync));

        var first = Assert.Single(validated, application => application.Findings.Count == 0);
        Assert.All(validated.Where(application => application.Id != first.Id), application =>
        {
            var finding = Assert.Single(application.Findings);
            Assert.Equal(("DUP03", Severity.Warning), (finding.Rule, finding.Severity));
            Assert.Contains($"{first.Id}", finding.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_evaluator_of_a_second_one_is_told()
    {
        var first = await SubmittedAsync();
        var second = await SubmittedAsync();
        var validated = await ValidatedAsync(first) is { Findings.Count: > 0 } later ? later : await ValidatedAsync(second);

        var letter = Assert.Single(await _app.Applications.NoticesSinceAsync(validated.Id, 0, default));
        Assert.Contains("is for the same", letter.Write().InText(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_that_cannot_be_read_is_like_no_other() =>
        Assert.All(
            await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ => await ValidatedAsync(await SubmittedAsync("…")))),
            validated => Assert.DoesNotContain(validated.Findings, finding => finding.Rule.StartsWith("DUP", StringComparison.Ordinal))
        );

    private async Task<ApplicationId> SubmittedAsync(string title = "Workshop foundations")
    {
        var id = await _app.KeepWithBytesAsync(AnApplication.WithoutFault.With(content => content with { Title = title }).Draft());
        Assert.IsType<MicroCred.App.Commands.CommandResult.Done>(await _app.ChangeAsync(new SubmitApplication(id)));
        return id;
    }

    private async Task<Application> ValidatedAsync(ApplicationId id)
    {
        await _app.Function<Validate>().RunAsync(new(id, (await _app.ReadAsync(id)).Revision), CancellationToken.None);
        return await _app.ReadAsync(id);
    }

    private BlobClient BlobOf(ApplicationId id, string document) =>
        _app.Documents.GetBlobClient(new StoredDocument(id, DocumentBytes.HashOf(document)).Name);
}
