using System.Globalization;
using MicroCred.App.Register;
using MicroCred.App.Serialization;
using MicroCred.Approval;
using MicroCred.Portal;
using MicroCred.Portal.Statistics;

namespace MicroCred.App.Publication;

/// <summary>The statistics as documents, those of today among the files that are written with each change.</summary>
internal sealed class StatisticsDocuments(RegisterHistory history, PublicPages pages) : IRegisterDocumentSource
{
    /// <summary>The address of the page.</summary>
    public const string PageRoute = "statistics";

    public IEnumerable<RegisterDocument> Of(RegisterAsOf register, DateOnly today) =>
        [Json(register, today), Page(register, today), .. StatisticsCsv.Tables.Keys.Select(table => Csv(register, table, today))];

    /// <summary>All statistics as of a day.</summary>
    public RegisterDocument Json(RegisterAsOf register, DateOnly asAt) =>
        RegisterDocument.Of($"statistics/{Day(asAt)}.json", RegisterFile.Json.ContentType(), async cancellationToken =>
            AppJson.Bytes(await OfAsync(register, asAt, cancellationToken))
        );

    /// <summary>A table of <see cref="StatisticsCsv.Tables"/> as of a day.</summary>
    public RegisterDocument Csv(RegisterAsOf register, string table, DateOnly asAt) =>
        RegisterDocument.Of($"statistics/{Day(asAt)}-{table}.csv", "text/csv; charset=utf-8", async cancellationToken =>
            StatisticsCsv.Tables[table](await OfAsync(register, asAt, cancellationToken))
        );

    /// <summary>The page of all statistics as of a day.</summary>
    public RegisterDocument Page(RegisterAsOf register, DateOnly asAt) =>
        RegisterDocument.Of($"statistics/{Day(asAt)}.html", RegisterFile.Html.ContentType(), async cancellationToken =>
        {
            StatisticsModel model = new(await OfAsync(register, asAt, cancellationToken));
            return await pages.RenderAsync(pages => pages.RenderAsync(model, new Frame(Viewer: null, $"/{PageRoute}")));
        });

    private Task<RegisterStatistics> OfAsync(RegisterAsOf register, DateOnly asAt, CancellationToken cancellationToken) =>
        history.StatisticsAsync(register.Entries, asAt, cancellationToken);

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
