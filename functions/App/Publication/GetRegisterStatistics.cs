using System.Globalization;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Register;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Publication;

/// <summary>NZQA's Tables One and Two over the register, as of a day where one is given.</summary>
[Feature(Features.Publication)]
internal sealed class GetRegisterStatistics(RegisterIndex index)
{
    [Function(nameof(GetRegisterStatistics)), Public]
    [Query("asAt", typeof(DateOnly), "The day, such as 2022-06-30; today where left out.")]
    [Gives(StatusCodes.Status200OK, typeof(RegisterStatistics))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register/statistics")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var asAt = AsAtOf(request);
        return Results.Ok(RegisterStatistics.Of(await index.AllAsync(cancellationToken), asAt));
    }

    /// <summary>The day as of which a request asks for statistics; null where it names none.</summary>
    /// <exception cref="ProblemException">400 where it isn't a day.</exception>
    public static DateOnly? AsAtOf(HttpRequest request) =>
        request.Text("asAt") switch
        {
            null => null,
            var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
            _ => throw new ProblemException(Problem.Invalid("asAt: give a day as in 2022-06-30.")),
        };
}
