using System.Collections.Concurrent;
using System.Net;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;
using MicroCred.EndToEnd.Tests.Submission;

namespace MicroCred.EndToEnd.Tests.Documents;

/// <summary>
/// Requests that claim the same bytes at the same time, and some that come to nothing: what is listed as accepted can be read.
/// </summary>
public sealed class DocumentRaceTests(RunningInstance instance) : EndToEndTest(instance)
{
    /// <summary>Sends many at once. Other tests are another provider's, whose lists stay short.</summary>
    private const string Sender = "careerforce";

    [Fact]
    public Task The_same_bytes_twice_from_the_same_revision() => Races.RunAsync(25, async () =>
        {
            var draft = await Instance.DraftAsync();
            var from = Header.IfMatch(await draft.ETagAsync());
            var pdf = TestDocument.Pdf();

            var answers = await Task.WhenAll(UploadAsync(draft, "Curriculum", pdf, from), UploadAsync(draft, "Curriculum", pdf, from));

            Assert.Equal([HttpStatusCode.Created, HttpStatusCode.PreconditionFailed], answers.Select(answer => answer.Status).Order());
            Assert.Equal(1, await ReadableAsync(draft));
        });

    [Fact]
    public Task One_key_for_two_kinds() => Races.RunAsync(25, async () =>
        {
            var draft = await Instance.DraftAsync();
            var key = Header.IdempotencyKey(Guid.NewGuid());
            var pdf = TestDocument.Pdf();

            var answers = await Task.WhenAll(UploadAsync(draft, "Curriculum", pdf, key), UploadAsync(draft, "AssessmentPlan", pdf, key));

            Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
            Assert.Equal(1, await ReadableAsync(draft));
        });

    [Fact]
    public Task A_document_that_is_deleted_while_another_of_the_same_bytes_comes() => Races.RunAsync(25, async () =>
        {
            var draft = await Instance.DraftAsync();
            var pdf = TestDocument.Pdf();
            var id = await draft.UploadAsync("Curriculum", pdf);

            var added = UploadAsync(draft, "Other", pdf);
            (await draft.Owner.DeleteAsync($"{draft.Path}/documents/{id}")).Is(HttpStatusCode.NoContent);
            (await added).Is(HttpStatusCode.Created);

            Assert.Equal(1, await ReadableAsync(draft));
        });

    [Fact]
    public Task An_upload_that_is_finished_after_the_submission() => Races.RunAsync(25, async () =>
        {
            var pdf = TestDocument.Pdf();
            var draft = await Instance.DraftAsync();
            foreach (var kind in (string[])["Curriculum", "AssessmentPlan", "EvidenceOfNeed"])
            {
                await draft.UploadAsync(kind, pdf);
            }

            using var file = new HeldContent(pdf);
            using var form = TestDocument.Form(file, "Other");
            var late = draft.Owner.SendAsync(HttpMethod.Post, $"{draft.Path}/documents", form);
            await file.HalfSent;

            (await draft.Owner.PostAsync($"{draft.Path}/submission")).Is(HttpStatusCode.Accepted);
            file.Release();

            Assert.Contains((await late).Status, (HttpStatusCode[])[HttpStatusCode.Created, HttpStatusCode.Conflict]);
            await draft.UntilAsync("InReview");
            Assert.InRange(await ReadableAsync(draft), 3, 4);
        });

    [Fact]
    public async Task A_package_that_is_cut_off_and_sent_again()
    {
        ConcurrentBag<TestApplication> applications = [];
        await Races.RunAsync(160, async () =>
        {
            var key = Header.IdempotencyKey(Guid.NewGuid());
            // What its documents come to is asked here; one that goes back leaves nobody a task.
            var zip = TestPackage.Of(ApplicationBody.New().WithCredits(41));
            using (var gone = new CancellationTokenSource())
            {
                var cut = SendAsync(gone.Token);
                await Task.Delay(Random.Shared.Next(150), CancellationToken.None);
                await gone.CancelAsync();
                await Task.WhenAny(cut);
            }

            var sent = (await SendAsync(CancellationToken.None)).Is(HttpStatusCode.Accepted);
            applications.Add(new(Instance, Sender, (string)sent.Json["id"]!));

            Task<Answer> SendAsync(CancellationToken cancellationToken) =>
                As(Sender)
                    .SendAsync(
                        HttpMethod.Post,
                        "api/applications/package",
                        TestDocument.File(zip, "application/zip"),
                        cancellationToken,
                        key
                    );
        });

        // Only once all are sent: asking again and again in between would hold up the others.
        foreach (var application in applications)
        {
            Assert.DoesNotContain("DOC06", (await application.UntilAsync("Returned")).Errors().Select(error => error.Rule));
            Assert.Equal(3, await ReadableAsync(application));
        }
    }

    private static async Task<Answer> UploadAsync(TestApplication draft, string kind, byte[] content, params Header[] headers)
    {
        using var form = TestDocument.Form(content, kind);
        return await draft.Owner.SendAsync(HttpMethod.Post, $"{draft.Path}/documents", form, headers);
    }

    /// <summary>How many accepted documents it lists; each of them can be read.</summary>
    private static async Task<int> ReadableAsync(TestApplication application)
    {
        var documents = (await application.ReadAsync()).Json["documents"]!.AsArray();
        foreach (var document in documents)
        {
            Assert.Equal("Accepted", (string?)document!["status"]);
            (await application.Owner.GetAsync($"{application.Path}/documents/{document["id"]}")).Is(HttpStatusCode.OK);
        }

        return documents.Count;
    }
}
