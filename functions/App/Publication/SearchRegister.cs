using System.Globalization;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Register;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Publication;

/// <summary>The register's entries that match a query, the best match first, and equal matches by number.</summary>
[Feature(Features.Publication)]
internal sealed class SearchRegister(RegisterIndex index)
{
    [Function(nameof(SearchRegister)), Public]
    [Paged]
    [Query("q", typeof(string), "Words that the entry has: up to ten different ones, of 200 characters together.")]
    [Query("level", typeof(Level), "Its level.")]
    [Query("subject", typeof(string), "The first digits of its NZSCED code, or its broad field.")]
    [Query("providerType", typeof(ProviderType), "Its developer's type.")]
    [Query("status", typeof(RegisterStatus), "Its status; left out, any but ListedByMistake.")]
    [Gives(StatusCodes.Status200OK, typeof(ListPage<RegisterEntryView>))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var query = QueryOf(request);
        var page = query.Page(await index.AllAsync(cancellationToken));
        request.HttpContext.Response.Headers.CacheControl = RegisterCaching.Header;
        return Results.Ok(
            new ListPage<RegisterEntryView>([.. page.Items.Select(entry => RegisterEntryView.Of(index.Linked(entry)))], page.Next)
        );
    }

    /// <summary>Reads the register query from a request's query string.</summary>
    /// <exception cref="ProblemException">400 where a parameter is invalid.</exception>
    public static RegisterQuery QueryOf(HttpRequest request) =>
        new(
            WordsOf(request),
            LevelOf(request),
            request.Text("subject"),
            request.Choice<ProviderType>("providerType"),
            request.Choice<RegisterStatus>("status"),
            AfterOf(request),
            request.Limit()
        );

    /// <summary>Each word is searched for in every text of every entry, so their number is limited.</summary>
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
            _ => throw new ProblemException(Problem.Invalid("level: give a whole number from 1 to 10.")),
        };

    private static RegisterPlace? AfterOf(HttpRequest request) =>
        request.After() switch
        {
            null => null,
            var text when RegisterPlace.TryParse(text, out var place) => place,
            _ => throw new ProblemException(Problem.NoCursor),
        };
}
