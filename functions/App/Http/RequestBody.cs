using System.Text.Json;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Http;

/// <summary>Reads a JSON body and says which field is wrong where one is.</summary>
internal static class RequestBody
{
    /// <summary>The largest JSON body taken, in bytes. The longest real application seen is a tenth of it.</summary>
    public const int Limit = 256 * 1024;

    private const string NoNull = "null is not taken here.";

    /// <exception cref="ProblemException">415 where it isn't JSON, 413 where it is too large, 400 where it doesn't fit.</exception>
    public static async Task<T> ReadBody<T>(this HttpRequest request, CancellationToken cancel)
        where T : class
    {
        if (!request.HasJsonContentType())
        {
            throw new ProblemException(Problem.WrongType("Send the body as JSON, with the header Content-Type: application/json."));
        }

        request.Body = new LimitedStream(request.Body, Limit, $"A JSON body may hold {Limit / 1024} KiB.");
        try
        {
            return Given(await request.ReadFromJsonAsync<T>(AppJson.Received, cancel));
        }
        catch (JsonException exception)
        {
            throw Unreadable(exception);
        }
    }

    /// <summary>The same for a JSON text that came inside something else.</summary>
    public static T Parse<T>(string json)
        where T : class
    {
        try
        {
            return Given(JsonSerializer.Deserialize<T>(json, AppJson.Received));
        }
        catch (JsonException exception)
        {
            throw Unreadable(exception);
        }
    }

    /// <summary>The body, where there is one and its lists have no holes: those the serialiser lets through, whatever the list's type says.</summary>
    private static T Given<T>(T? body)
        where T : class
    {
        if (body is null)
        {
            throw new ProblemException(Problem.Invalid("The body is null. Send a JSON object."));
        }

        return NullsInLists.First(body, AppJson.Api) is { } place ? throw Faulty(place, NoNull) : body;
    }

    private static ProblemException Unreadable(JsonException exception) =>
        Faulty(exception.Path is { Length: > 2 } path && path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : "the body", Reason(exception));

    private static ProblemException Faulty(string field, string reason) => new(Problem.Invalid(
        $"{field}: {reason}",
        [new Finding("BODY01", Severity.Error, field, reason, "Send the fields, types and values that the API's description gives.")]));

    /// <summary>The serialiser's own words name .NET types, which say nothing to a caller.</summary>
    private static string Reason(JsonException exception) => exception switch
    {
        HalfCharacterException => "the text isn't UTF-8, or holds half a character, such as \\ud800 alone.",
        { Message: var m } when m.Contains("could not be mapped to any .NET member", StringComparison.Ordinal) => "this property is not known here.",
        { Message: var m } when m.Contains("Duplicate property", StringComparison.OrdinalIgnoreCase) => "this property is given twice.",
        { Message: var m } when m.Contains("missing required properties", StringComparison.Ordinal) => "a required property is missing: " + Quoted(m) + ".",
        { Message: var m } when m.Contains("could not be converted", StringComparison.Ordinal) => "the value is not of the type, or not one of the values, that this property takes.",
        { Message: var m } when m.Contains("doesn't allow null", StringComparison.OrdinalIgnoreCase) || m.Contains("does not allow null", StringComparison.OrdinalIgnoreCase) => NoNull,
        _ => "this isn't well-formed JSON, or not of the shape that is asked for.",
    };

    private static string Quoted(string message)
    {
        int colon = message.LastIndexOf(':');
        return colon < 0 ? "see the API's description" : message[(colon + 1)..].Trim().TrimEnd('.').Replace("'", "", StringComparison.Ordinal);
    }
}
