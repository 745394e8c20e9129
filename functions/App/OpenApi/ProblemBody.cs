using MicroCred.App.Http;
using MicroCred.Approval;

namespace MicroCred.App.OpenApi;

/// <summary>A problem as it is sent over HTTP. [RFC 9457]</summary>
internal sealed record ProblemBody(string Type, string Title, int Status, string Detail, IReadOnlyList<Finding>? Findings = null)
{
    public static ProblemBody Of(Problem problem) => new(problem.Type, problem.Title, problem.Status, problem.Detail, problem.Findings);
}
