using MicroCred.App.Http;
using MicroCred.Approval;

namespace MicroCred.App.Pages.Applications;

/// <summary>Finds what an address names of an application.</summary>
internal static class Questions
{
    /// <summary>The information request of a number.</summary>
    /// <exception cref="ProblemException">404 where there is none.</exception>
    public static InformationRequest Question(this Application application, string number) =>
        application.InformationRequests.FirstOrDefault(asked => asked.Number == number.AsNumber())
        ?? throw new ProblemException(Problem.NotFound with { Detail = $"There is no question {number} about this application." });
}
