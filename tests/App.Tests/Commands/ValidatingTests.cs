using Azure.Storage.Blobs;
using MicroCred.App.Notices;
using MicroCred.App.Storage;
using MicroCred.App.Submission;
using MicroCred.App.Tests.Support;
using MicroCred.App.Validation;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Commands;

/// <summary>What validation looks at beside the application itself.</summary>
public sealed class ValidatingTests : IAsyncLifetime
{
    private AppInProcess _app = null!;

    public async Task InitializeAsync() => _app = await AppInProcess.Start();

    public Task DisposeAsync()
    {
        _app.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Documents_that_are_kept_as_they_came_are_no_fault() =>
        Assert.Equal(ApplicationStatus.Submitted, (await Validated(await Submitted())).Status);

    [Fact]
    public async Task A_document_whose_bytes_are_gone_sends_it_back()
    {
        ApplicationId id = await Submitted();
        await BlobOf(id, "d2").DeleteAsync();

        Application returned = await Validated(id);

        Assert.Equal(ApplicationStatus.Returned, returned.Status);
        Assert.Equal(("DOC06", "documents.d2"), (Assert.Single(returned.Findings).Rule, returned.Findings[0].Field));
    }

    [Fact]
    public async Task So_does_one_whose_bytes_are_others()
    {
        ApplicationId id = await Submitted();
        await BlobOf(id, "d1").UploadAsync(BinaryData.FromString("Something else."), overwrite: true);

        Assert.Equal("documents.d1", Assert.Single((await Validated(id)).Findings).Field);
    }

    [Fact]
    public async Task What_was_lost_is_there_again_once_the_same_bytes_are_uploaded_again()
    {
        ApplicationId id = await Submitted();
        await BlobOf(id, "d1").UploadAsync(BinaryData.FromString("Something else."), overwrite: true);
        await Validated(id);
        string incoming = Guid.NewGuid().ToString("N");
        await _app.Get<BlobServiceClient>().GetBlobContainerClient(Names.IncomingContainer).UploadBlobAsync(incoming, BinaryData.FromString("d1"));

        await _app.Change(new DeleteDocument(id, "d1"));
        await _app.Change(new AddDocument(id, new UploadedDocument(DocumentKind.Curriculum, "again.pdf", "application/pdf", 2, DocumentBytes.HashOf("d1"), [], incoming)));
        await _app.Change(new SubmitApplication(id));

        Assert.Equal(ApplicationStatus.Submitted, (await Validated(id)).Status);
    }

    [Fact]
    public async Task Of_several_alike_under_way_at_the_same_time_each_but_the_first_is_warned_which_names_the_first()
    {
        ApplicationId[] ids = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Submitted()));

        Application[] validated = await Task.WhenAll(ids.Select(Validated));

        Application first = Assert.Single(validated, application => application.Findings.Count == 0);
        Assert.All(validated.Where(application => application.Id != first.Id), application =>
        {
            Finding finding = Assert.Single(application.Findings);
            Assert.Equal(("DUP03", Severity.Warning), (finding.Rule, finding.Severity));
            Assert.Contains($"{first.Id}", finding.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_evaluator_of_a_second_one_is_told()
    {
        ApplicationId first = await Submitted();
        ApplicationId second = await Submitted();
        Application validated = await Validated(first) is { Findings.Count: > 0 } later ? later : await Validated(second);

        await _app.Function<Evaluation.Assign>().Run(new(validated.Id, validated.Revision), CancellationToken.None);

        Notice letter = Assert.Single(await _app.Applications.NoticesSince(validated.Id, 0, default));
        Assert.Contains("is for the same", letter.Write().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_that_cannot_be_read_is_like_no_other() => Assert.All(
        await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ => await Validated(await Submitted("…")))),
        validated => Assert.DoesNotContain(validated.Findings, finding => finding.Rule.StartsWith("DUP", StringComparison.Ordinal)));

    private async Task<ApplicationId> Submitted(string title = "Workshop foundations")
    {
        ApplicationId id = await _app.KeepWithBytes(AnApplication.WithoutFault.With(content => content with { Title = title }).Draft());
        Assert.IsType<App.Commands.CommandResult.Done>(await _app.Change(new SubmitApplication(id)));
        return id;
    }

    private async Task<Application> Validated(ApplicationId id)
    {
        await _app.Function<Validate>().Run(new(id, (await _app.Read(id)).Revision), CancellationToken.None);
        return await _app.Read(id);
    }

    private BlobClient BlobOf(ApplicationId id, string document) =>
        _app.Documents.GetBlobClient(new StoredDocument(id, DocumentBytes.HashOf(document)).Name);
}
