using System.Globalization;
using System.Text;
using CsvHelper;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Register;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Publication;

/// <summary>Every entry as CSV (RFC 4180), one row each.</summary>
[Feature(Features.Publication)]
internal sealed class GetRegisterCsv(RegisterIndex index)
{
    [Function(nameof(GetRegisterCsv)), Public]
    [Gives(StatusCodes.Status200OK, mediaType: "text/csv")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register.csv")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var entries = await index.AllAsync(cancellationToken);
        request.HttpContext.Response.Headers.CacheControl = RegisterCaching.Header;
        return Results.Stream(body => WriteAsync(body, entries), "text/csv; charset=utf-8", "register.csv");
    }

    private static async Task WriteAsync(Stream body, IReadOnlyList<RegisterEntry> entries)
    {
        // Without the byte order mark Excel assumes the machine's own encoding.
        await using StreamWriter text = new(body, Encoding.UTF8, leaveOpen: true);
        await using CsvWriter csv = new(
            text,
            new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture)
            {
                // A cell that a spreadsheet would take for a formula gets an apostrophe before it, so that it stays text. So does one that
                // begins with an apostrophe, so that reading it back gives the original.
                InjectionOptions = CsvHelper.Configuration.InjectionOptions.Escape,
                InjectionCharacters = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\''],
            }
        );
        csv.WriteHeader<Row>();
        await csv.NextRecordAsync();
        foreach (var entry in entries)
        {
            csv.WriteRecord(Row.Of(entry));
            await csv.NextRecordAsync();
        }
    }

    private sealed record Row(
        int number,
        string? reportingCode,
        int version,
        string title,
        int level,
        int credits,
        string? nzsced,
        string? subject,
        string providerNumber,
        string provider,
        string providerType,
        string status,
        string approvedOn,
        string reviewDue,
        string? lastEnrolment,
        string? lastAchievement,
        string? funding,
        string pathways,
        string? recognitionOfPriorLearning,
        string? awardRequires,
        string? assessorRequirements,
        string languages,
        string deliverySites,
        string? restrictedTo,
        string partners,
        string? commissionedBy,
        string? universityApproval,
        string conditions,
        string? useCase,
        string standards,
        string deliverers
    )
    {
        private const string BeingDecided = "being decided";

        public static Row Of(RegisterEntry entry) =>
            new(
                entry.Number,
                entry.Code?.ToString(),
                entry.Version,
                entry.Title,
                entry.Level.Value,
                entry.Credits.Value,
                entry.Nzsced?.ToString(),
                entry.Nzsced?.BroadField,
                entry.Developer.Number.ToString(),
                entry.Developer.Name,
                entry.Developer.Type.ToString(),
                entry.Status.ToString(),
                Day(entry.ApprovedOn)!,
                Day(entry.ReviewDue)!,
                Day(entry.LastEnrolment),
                Day(entry.LastAchievement),
                entry.Funding?.Outcome is FundingOutcome.Referred ? BeingDecided : entry.Funding?.Outcome.ToString(),
                List(
                    entry.Pathways.Select(pathway =>
                        (string?[])[pathway.Kind?.ToString(), pathway.RegisterNumber?.ToString(CultureInfo.InvariantCulture), pathway.Name]
                    )
                ),
                entry.RecognitionOfPriorLearning,
                entry.AwardRequires,
                entry.AssessorRequirements,
                string.Join(';', entry.Languages),
                List(entry.DeliverySites.Select(site => (string?[])[site])),
                entry.RestrictedTo,
                List(entry.Partners.Select(partner => (string?[])[partner.Name, partner.Kind?.ToString(), partner.Part])),
                entry.CommissionedBy,
                entry.UniversityApproval is { } approval
                    ? List([
                        [approval.Body, Day(approval.Date), approval.Reference],
                    ])
                    : null,
                List(
                    entry.Conditions.Select(condition =>
                        (string?[])[condition.Text, Day(WorkingDays.DayOf(condition.Due)), condition.Status.ToString()]
                    )
                ),
                entry.UseCase?.ToString(),
                string.Join(
                    ';',
                    entry.Standards.Select(standard =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{standard.Number}-{standard.Version}-{standard.Level}-{standard.Credits}"
                        )
                    )
                ),
                string.Join(';', entry.Deliverers.Select(deliverer => deliverer.Number))
            );

        /// <summary>
        /// A list, its items separated by <c>;</c> and their parts by <c>|</c>. Within a part, a backslash stands before each of these and
        /// before a backslash, and <c>\n</c> for a line break, so that reading it back gives the original.
        /// </summary>
        private static string List(IEnumerable<string?[]> items) =>
            string.Join(';', items.Select(parts => string.Join('|', parts.Select(Escaped))));

        private static string Escaped(string? part) =>
            (part ?? "")
                .Replace(@"\", @"\\", StringComparison.Ordinal)
                .Replace("|", @"\|", StringComparison.Ordinal)
                .Replace(";", @"\;", StringComparison.Ordinal)
                .Replace("\n", @"\n", StringComparison.Ordinal);

        private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
