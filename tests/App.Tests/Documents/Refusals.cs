using MicroCred.App.Commands;
using MicroCred.App.Http;

namespace MicroCred.App.Tests.Documents;

internal static class Refusals
{
    /// <summary>Asserts that the call is refused, by exception or by outcome, as a problem with this status and these words.</summary>
    public static async Task<Problem> RefusesAsync(int status, string words, Func<Task> act)
    {
        var problem = await Assert.ThrowsAnyAsync<Exception>(act) switch
        {
            ProblemException exception => exception.Problem,
            RefusedException exception => Problem.Of(exception.Refusal),
            var other => throw other,
        };
        Assert.Equal(status, problem.Status);
        Assert.Contains(words, problem.Detail, StringComparison.Ordinal);
        return problem;
    }
}
