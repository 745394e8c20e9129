using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MicroCred.App.Serialization;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;
using MicroCred.Inspection.Tests.Files;

namespace MicroCred.App.Tests.Quotas;

/// <summary>The HTTP answer to a provider whose daily quota is used up.</summary>
public sealed class QuotaAnswerTests
{
    [Fact]
    public async Task A_draft_and_an_upload_too_many_are_answered_429_with_when_to_come_again()
    {
        await using var app = await RunningApp.StartAsync("Quotas:DraftsPerDay=1", "Quotas:DocumentsPerDay=1");
        using var mito = app.As("mito");
        using var first = await mito.PostAsJsonAsync("/api/applications", AnApplication.WithoutFault.Content, AppJson.Stored);
        Uri documents = new($"{first.Headers.Location}/documents", UriKind.Relative);

        using var draft = await mito.PostAsJsonAsync("/api/applications", AnApplication.WithoutFault.Content, AppJson.Stored);
        using var taken = await mito.PostAsync(documents, Form());
        using var upload = await mito.PostAsync(documents, Form());

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, taken.StatusCode));
        await IsOverQuotaAsync(draft, "1 application a day");
        await IsOverQuotaAsync(upload, "1 document a day");
    }

    private static async Task IsOverQuotaAsync(HttpResponseMessage answer, string told)
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromHours(25));
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal("urn:microcred:problem:quota-exceeded", (string?)problem["type"]);
        Assert.Contains(told, (string?)problem["detail"], StringComparison.Ordinal);
    }

    private static MultipartFormDataContent Form()
    {
        ByteArrayContent file = new(PdfFile.Honest);
        file.Headers.ContentType = new("application/pdf");
        return new MultipartFormDataContent { { new StringContent("Other"), "kind" }, { file, "file", "Other.pdf" } };
    }
}
