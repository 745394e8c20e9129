namespace MicroCred.EndToEnd.Tests.Platform;

internal sealed record Route(string Method, string Template);

/// <summary>Every call of the contract that there is so far.</summary>
internal static class Routes
{
    public static readonly Route[] All =
    [
        new("POST", "api/applications"),
        new("GET", "api/applications"),
        new("GET", "api/applications/{id}"),
        new("PUT", "api/applications/{id}"),
        new("DELETE", "api/applications/{id}"),
        new("POST", "api/applications/{id}/documents"),
        new("GET", "api/applications/{id}/documents/{doc}"),
        new("DELETE", "api/applications/{id}/documents/{doc}"),
        new("POST", "api/applications/{id}/check"),
        new("POST", "api/applications/{id}/submission"),
        new("POST", "api/applications/package"),
        new("POST", "api/applications/{id}/withdrawal"),
        new("GET", "api/applications/{id}/timeline"),
        new("GET", "api/tasks"),
        new("PUT", "api/tasks/{id}/findings/{criterion}"),
        new("POST", "api/tasks/{id}/information-requests"),
        new("POST", "api/applications/{id}/information-requests/{number}/response"),
        new("POST", "api/tasks/{id}/decision"),
        new("POST", "api/tasks/{id}/conflict"),
        new("POST", "api/tasks/{id}/release"),
        new("POST", "api/tasks/{id}/assignment"),
        new("POST", "api/tasks/{id}/notes"),
        new("GET", "api/applications/{id}/notes"),
        new("GET", "api/applications/{id}/funding"),
        new("GET", "api/register"),
        new("GET", "api/register/{number}"),
        new("GET", "api/register.csv"),
        new("GET", "api/register/statistics"),
        new("GET", "api/operations/poison"),
        new("POST", "api/operations/poison/{queue}/redrive"),
        new("DELETE", "api/operations/poison/{queue}/{message}"),
        new("GET", "api/operations/archive"),
        new("GET", "api/operations/stuck"),
        new("POST", "api/operations/repair"),
        new("GET", "api/operations/applications/{id}"),
        new("POST", "api/operations/applications/{id}/restart"),
        new("POST", "api/operations/applications/{id}/letters"),
        new("GET", "api/operations/applications/{id}/record"),
        new("GET", "api/openapi.json"),
        new("GET", "api/health"),
    ];
}
