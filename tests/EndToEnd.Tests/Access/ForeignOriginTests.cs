using System.Net;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;
using MicroCred.EndToEnd.Tests.Submission;

namespace MicroCred.EndToEnd.Tests.Access;

/// <summary>Changes that a page of another site has a browser send, with the sign-in of whoever sits before it.</summary>
public sealed class ForeignOriginTests(RunningInstance instance) : EndToEndTest(instance)
{
    private static readonly Header[] Foreign =
    [
        new("Origin", "https://evil.example"),
        new("Origin", "null"),
        new("Sec-Fetch-Site", "cross-site"),
        new("Sec-Fetch-Site", "same-site"),
    ];

    public static TheoryData<string, string> Headers
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var header in Foreign)
            {
                data.Add(header.Name, header.Value);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task Change_nothing_whatever_they_would_change(string name, string value)
    {
        var header = new Header(name, value);
        var draft = await Instance.CompleteDraftAsync();
        var before = await draft.ETagAsync();
        using var form = TestDocument.Form(TestDocument.Pdf());

        (await draft.Owner.PostAsync($"{draft.Path}/submission", null, header)).IsProblem(HttpStatusCode.Forbidden);
        (await draft.Owner.SendAsync(HttpMethod.Post, $"{draft.Path}/documents", form, header)).IsProblem(HttpStatusCode.Forbidden);
        (await draft.Owner.PutAsync(draft.Path, ApplicationBody.New(), header)).IsProblem(HttpStatusCode.Forbidden);
        (await draft.Owner.DeleteAsync(draft.Path, header)).IsProblem(HttpStatusCode.Forbidden);
        (await draft.Owner.PostAsync("api/applications", ApplicationBody.New(), header)).IsProblem(HttpStatusCode.Forbidden);
        (
            await draft.Owner.SendAsync(
                HttpMethod.Post,
                "api/applications/package",
                TestDocument.File(TestPackage.Of(ApplicationBody.New()), "application/zip"),
                header
            )
        ).IsProblem(HttpStatusCode.Forbidden);

        Assert.Equal(before, await draft.ETagAsync());
        (await draft.Owner.GetAsync(draft.Path, header)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Pass_from_the_sites_own_pages_and_from_programs()
    {
        var own = new Header("Origin", Instance.Url.GetLeftPart(UriPartial.Authority));
        (await As("mito").PostAsync("api/applications", ApplicationBody.New(), own, new Header("Sec-Fetch-Site", "same-origin"))).Is(
            HttpStatusCode.Created
        );
        (await As("mito").PostAsync("api/applications", ApplicationBody.New(), new Header("Sec-Fetch-Site", "same-origin"))).Is(
            HttpStatusCode.Created
        );
        (await As("mito").PostAsync("api/applications", ApplicationBody.New())).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Where_both_are_told_each_has_to_be_ours()
    {
        var own = new Header("Origin", Instance.Url.GetLeftPart(UriPartial.Authority));
        (await As("mito").PostAsync("api/applications", ApplicationBody.New(), own, new Header("Sec-Fetch-Site", "cross-site"))).IsProblem(
            HttpStatusCode.Forbidden
        );
        (
            await As("mito")
                .PostAsync(
                    "api/applications",
                    ApplicationBody.New(),
                    new Header("Origin", "https://evil.example"),
                    new Header("Sec-Fetch-Site", "same-origin")
                )
        ).IsProblem(HttpStatusCode.Forbidden);
    }
}
