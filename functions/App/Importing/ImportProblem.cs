using MicroCred.App.Http;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Importing;

/// <summary>A file that can't be imported, as a problem. [RFC 9457]</summary>
internal sealed record ImportProblem(string Type, string Title, int Status, string Detail, IReadOnlyList<ImportFinding> Findings)
{
    public static ImportProblem Of(string detail, IReadOnlyList<ImportFinding> findings)
    {
        var problem = Problem.NotAcceptable(detail);
        return new(problem.Type, problem.Title, problem.Status, problem.Detail, findings);
    }

    public IResult ToResult() => Results.Json(this, contentType: "application/problem+json", statusCode: Status);
}
