using System.Globalization;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Register;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Publication;

/// <summary>The register in numbers, as of a day: all of them as JSON, NZQA's Tables One and Two also as CSV.</summary>
[Feature(Features.Publication)]
internal sealed class RegisterStatisticsFunctions(RegisterDocuments documents, StatisticsDocuments statistics, TimeProvider time)
{
    public const string Json = "GetRegisterStatistics";
    public const string Csv = "GetRegisterStatisticsCsv";

    private const string Day = "The day, such as 2022-06-30; today where left out.";

    [Function(Json), Public]
    [Query("asAt", typeof(DateOnly), Day)]
    [Gives(StatusCodes.Status200OK, typeof(RegisterStatistics))]
    [Gives(StatusCodes.Status304NotModified)]
    public async Task<IResult> JsonAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register/statistics")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var asAt = AsAtOf(request, time);
        return GetRegisterEntry.Served(
            request,
            await documents.ReadAsync((register, _) => statistics.Json(register, asAt), cancellationToken)
        );
    }

    [Function(Csv), Public]
    [Query("table", typeof(string), "levelByProviderType or creditsBySubject.")]
    [Query("asAt", typeof(DateOnly), Day)]
    [Gives(StatusCodes.Status200OK, mediaType: "text/csv")]
    [Gives(StatusCodes.Status304NotModified)]
    public async Task<IResult> CsvAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register/statistics.csv")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var table = request.Text("table") ?? "";
        if (!StatisticsCsv.Tables.ContainsKey(table))
        {
            throw new ProblemException(Problem.Invalid($"table: give one of {string.Join(", ", StatisticsCsv.Tables.Keys)}."));
        }

        var asAt = AsAtOf(request, time);
        var csv = await documents.ReadAsync((register, _) => statistics.Csv(register, table, asAt), cancellationToken);
        request.HttpContext.Response.Headers.ContentDisposition = $"attachment; filename={table}.csv";
        return GetRegisterEntry.Served(request, csv);
    }

    /// <summary>The day as of which a request asks for statistics: today in New Zealand where it names none.</summary>
    /// <exception cref="ProblemException">400 where it isn't a day.</exception>
    public static DateOnly AsAtOf(HttpRequest request, TimeProvider time) =>
        request.Text("asAt") switch
        {
            null => WorkingDays.DayOf(time.GetUtcNow()),
            var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
            _ => throw new ProblemException(Problem.Invalid("asAt: give a day as in 2022-06-30.")),
        };
}
