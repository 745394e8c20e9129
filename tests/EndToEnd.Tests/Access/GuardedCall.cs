using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Submission;

namespace MicroCred.EndToEnd.Tests.Access;

/// <summary>One call that not everybody may make, with a body that is right, so that only who calls can be wrong.</summary>
/// <param name="Name">The call as the contract writes it.</param>
/// <param name="WrongRoles">Personas who are signed in and have a role that the call isn't for, or none.</param>
/// <param name="IsForOwner">Whether another provider finds nothing there.</param>
/// <param name="Body">Makes the body anew for each call.</param>
internal sealed record GuardedCall(string Name, string[] WrongRoles, bool IsForOwner, Func<HttpContent?> Body)
{
    private static readonly string[] NotProviders = ["evaluator-1", "registrar", "funding-adviser", "operator", "no-role"];
    private static readonly string[] ProviderOrNobody = ["mito", "operator", "no-role"];
    private static readonly string[] NotRegistrars = ["evaluator-1", "evaluator-2", "evaluator-3", "funding-adviser", .. ProviderOrNobody];
    private static readonly string[] Nobody = ["operator", "no-role"];
    private static readonly string[] NotKeepers = ["mito", "evaluator-1", "funding-adviser", "no-role"];
    private static readonly string[] NotOperators = ["registrar", .. NotKeepers];
    private const string Message = "5f1d7d1a-1f3c-4a6e-8a54-0d5f8a1f2b3c";

    public static readonly GuardedCall[] All =
    [
        new("POST api/applications", NotProviders, IsForOwner: false, () => Json(ApplicationBody.New())),
        new("POST api/applications/package", NotProviders, IsForOwner: false, () =>
            TestDocument.File(TestPackage.Of(ApplicationBody.New()), "application/zip")
        ),
        new("PUT api/applications/{id}", NotProviders, IsForOwner: true, () => Json(ApplicationBody.New())),
        new("DELETE api/applications/{id}", NotProviders, IsForOwner: true, () => null),
        new("POST api/applications/{id}/documents", NotProviders, IsForOwner: true, () => TestDocument.Form(TestDocument.Pdf())),
        new("DELETE api/applications/{id}/documents/{doc}", ["registrar", "funding-adviser", "operator", "no-role"], IsForOwner: true, () =>
            null
        ),
        new("POST api/applications/{id}/check", NotProviders, IsForOwner: true, () => null),
        new("POST api/applications/{id}/submission", NotProviders, IsForOwner: true, () => null),
        new("POST api/applications/{id}/withdrawal", NotProviders, IsForOwner: true, () =>
            Json(new JsonObject { ["reason"] = "A reason." })
        ),
        new("POST api/applications/{id}/information-requests/1/response", NotProviders, IsForOwner: true, () =>
            Json(new JsonObject { ["answer"] = "An answer." })
        ),
        new("GET api/applications", Nobody, IsForOwner: false, () => null),
        new("GET api/applications/{id}", Nobody, IsForOwner: true, () => null),
        new("GET api/applications/{id}/documents/{doc}", ["funding-adviser", "operator", "no-role"], IsForOwner: true, () => null),
        new("GET api/applications/{id}/timeline", Nobody, IsForOwner: true, () => null),
        new("GET api/applications/{id}/funding", Nobody, IsForOwner: true, () => null),
        new("GET api/tasks", ProviderOrNobody, IsForOwner: false, () => null),
        new("PUT api/tasks/{task}/findings/1", ProviderOrNobody, IsForOwner: false, () => Json(TestTask.Finding())),
        new("POST api/tasks/{task}/information-requests", ProviderOrNobody, IsForOwner: false, () => Json(TestTask.Question())),
        new("POST api/tasks/{task}/decision", ProviderOrNobody, IsForOwner: false, () => Json(TestTask.Decision("Approve"))),
        new("POST api/tasks/{task}/conflict", ProviderOrNobody, IsForOwner: false, () => Json(new JsonObject { ["reason"] = "A reason." })),
        new("POST api/tasks/{task}/release", ProviderOrNobody, IsForOwner: false, () => Json(new JsonObject { ["reason"] = "A reason." })),
        new("POST api/tasks/{task}/assignment", NotRegistrars, IsForOwner: false, () =>
            Json(new JsonObject { ["assignee"] = "evaluator-3", ["reason"] = "A reason." })
        ),
        new("POST api/tasks/{task}/notes", ["funding-adviser", .. ProviderOrNobody], IsForOwner: false, () =>
            Json(new JsonObject { ["text"] = "A note." })
        ),
        new("GET api/applications/{id}/notes", ["funding-adviser", .. ProviderOrNobody], IsForOwner: false, () => null),
        new("POST api/register/1/status", NotRegistrars, IsForOwner: false, () =>
            Json(new JsonObject { ["status"] = "Current", ["reason"] = "A reason." })
        ),
        new("GET api/operations/poison", NotOperators, IsForOwner: false, () => null),
        new("POST api/operations/poison/notifications/redrive", NotOperators, IsForOwner: false, () => Json(Why())),
        new($"DELETE api/operations/poison/notifications/{Message}?reason=Why", NotOperators, IsForOwner: false, () => null),
        new("GET api/operations/stuck", NotOperators, IsForOwner: false, () => null),
        new("POST api/operations/repair", NotOperators, IsForOwner: false, () => Json(Why())),
        new("GET api/operations/applications/{id}", NotKeepers, IsForOwner: false, () => null),
        new("POST api/operations/applications/{id}/restart", NotOperators, IsForOwner: false, () => Json(Why())),
        new("POST api/operations/applications/{id}/letters", NotOperators, IsForOwner: false, () => Json(Why())),
        new("GET api/operations/applications/{id}/record", ["operator", .. NotKeepers], IsForOwner: false, () => null),
    ];

    private string Method => Name.Split(' ')[0];

    private string Template => Name.Split(' ')[1];

    public static GuardedCall Find(string name) => All.Single(call => call.Name == name);

    public Task<Answer> MakeAsync(Caller caller, TestApplication application, TestTask task) =>
        caller.SendAsync(
            new HttpMethod(Method),
            Template
                .Replace("{id}", application.Id, StringComparison.Ordinal)
                .Replace("{doc}", "d1", StringComparison.Ordinal)
                .Replace("api/tasks/{task}", task.Path, StringComparison.Ordinal),
            Body()
        );

    private static JsonObject Why() => new() { ["reason"] = "A test." };

    private static StringContent Json(JsonNode body) => Caller.Json(body.ToJsonString());
}
