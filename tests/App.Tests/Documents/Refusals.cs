using MicroCred.App.Http;

namespace MicroCred.App.Tests.Documents;

internal static class Refusals
{
    /// <summary>The problem that this ends with, of this status and with these words.</summary>
    public static async Task<Problem> Refuses(int status, string words, Func<Task> act)
    {
        var problem = (await Assert.ThrowsAsync<ProblemException>(act)).Problem;
        Assert.Equal(status, problem.Status);
        Assert.Contains(words, problem.Detail, StringComparison.Ordinal);
        return problem;
    }
}
