using System.Globalization;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Register;
using MicroCred.App.Serialization;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Publication;

/// <summary>
/// The register's entries that match a query, the best match first, and equal matches by number. Slips of the keyboard are forgiven in
/// words of five letters or more.
/// </summary>
[Feature(Features.Publication)]
internal sealed class SearchRegister(SearchIndex search, RegisterIndex index)
{
    [Function(nameof(SearchRegister)), Public]
    [Paged]
    [Query(
        "q",
        typeof(string),
        "Words of its title, outcomes, standards or providers, its number or its reporting code: up to ten different ones, of 200 characters together."
    )]
    [Query("level", typeof(Level), "Its level.")]
    [Query("subject", typeof(string), "The first two, four or all six digits of its NZSCED code.")]
    [Query("credits", typeof(string), "Its size, as a band of the statistics: 1-4, 5-10, 11-20, 21-30 or 31-40.")]
    [Query("providerType", typeof(ProviderType), "Its developer's type.")]
    [Query("status", typeof(RegisterStatus), "Its status; left out, any but ListedByMistake.")]
    [Query("useCase", typeof(UseCase), "Its kind of use.")]
    [Query("funded", typeof(bool), "Whether TEC may fund it.")]
    [Gives(StatusCodes.Status200OK, typeof(RegisterListView))]
    [Gives(StatusCodes.Status304NotModified)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var found = await search.FindAsync(QueryOf(request), cancellationToken);
        RegisterListView view = new(
            [.. found.Entries.Select(entry => RegisterEntryView.Of(index.Linked(entry)))],
            found.Next?.ToString(),
            found.Total
        );
        return GetRegisterEntry.Served(request, AppJson.Bytes(view), RegisterFile.Json.ContentType());
    }

    /// <summary>Reads the register query from a request's query string.</summary>
    /// <exception cref="ProblemException">400 where a parameter is invalid.</exception>
    public static RegisterQuery QueryOf(HttpRequest request) =>
        new()
        {
            Words = WordsOf(request),
            Level = LevelOf(request),
            Subject = SubjectOf(request),
            Credits = CreditsOf(request),
            ProviderType = request.Choice<ProviderType>("providerType"),
            Status = request.Choice<RegisterStatus>("status"),
            UseCase = request.Choice<UseCase>("useCase"),
            Funded = FundedOf(request),
            After = AfterOf(request),
            Limit = request.Limit(),
        };

    /// <summary>Each word is searched for in all words of the register, so their number is limited.</summary>
    private static string[] WordsOf(HttpRequest request)
    {
        var text = request.Text("q") ?? "";
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var different = words.Distinct(StringComparer.OrdinalIgnoreCase).Count();
        return different > RegisterQuery.MostWords
                ? throw TooMuch($"You gave {different} different words. Give {RegisterQuery.MostWords} at most.")
            : text.Length > RegisterQuery.MostCharacters
                ? throw TooMuch($"You gave {text.Length} characters. Give {RegisterQuery.MostCharacters} at most.")
            : words;
    }

    private static ProblemException TooMuch(string message) =>
        new(
            Problem.Invalid(
                $"q: {message}",
                [new Finding("QUERY01", Severity.Error, "q", message, "Search for the few words that tell best what you look for.")]
            )
        );

    private static Level? LevelOf(HttpRequest request) =>
        request.Text("level") switch
        {
            null => null,
            var text
                when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && Level.TryCreate(number, out var level) => level,
            _ => throw Invalid("level: give a whole number from 1 to 10."),
        };

    private static string? SubjectOf(HttpRequest request) =>
        request.Text("subject") switch
        {
            null => null,
            var text when Nzsced.IsCode(text) => text,
            _ => throw Invalid("subject: give two, four or six digits of NZSCED, such as 02."),
        };

    private static CreditBand? CreditsOf(HttpRequest request) =>
        request.Text("credits") switch
        {
            null => null,
            var text when CreditBand.TryParse(text, out var band) => band,
            _ => throw Invalid($"credits: give one of {string.Join(", ", CreditBand.All.Select(band => band.Name))}."),
        };

    private static bool? FundedOf(HttpRequest request) =>
        request.Text("funded") switch
        {
            null => null,
            "true" => true,
            "false" => false,
            _ => throw Invalid("funded: give true or false."),
        };

    private static RegisterPlace? AfterOf(HttpRequest request) =>
        request.After() switch
        {
            null => null,
            var text when RegisterPlace.TryParse(text, out var place) => place,
            _ => throw new ProblemException(Problem.NoCursor),
        };

    private static ProblemException Invalid(string detail) => new(Problem.Invalid(detail));
}

/// <summary>A page of the entries that a search finds.</summary>
/// <param name="Items">The entries, the best match first.</param>
/// <param name="Next">The value of <c>after</c> for the next page; null on the last one.</param>
/// <param name="Total">How many entries there are on all pages.</param>
internal sealed record RegisterListView(IReadOnlyList<RegisterEntryView> Items, string? Next, int Total);
