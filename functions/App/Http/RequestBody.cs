using System.Text;
using System.Text.Json;
using MicroCred.App.Serialization;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Http;

/// <summary>Reads a JSON body and, on an error, says which field is wrong.</summary>
internal static class RequestBody
{
    /// <summary>The largest JSON body taken, in bytes. The longest real application seen is a tenth of it.</summary>
    public const int Limit = 256 * 1024;

    private static readonly BodyShape Shape = new(AppJson.Received);

    /// <exception cref="ProblemException">
    /// 415 where it isn't JSON, 413 where it is too large, 400 where it doesn't match the type.
    /// </exception>
    public static async Task<T> ReadBodyAsync<T>(this HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        if (!request.HasJsonContentType())
        {
            throw new ProblemException(Problem.WrongType("Send the body as JSON, with the header Content-Type: application/json."));
        }

        var json = await BinaryData.FromStreamAsync(
            new LimitedStream(request.Body, Limit, $"A JSON body may hold {Limit / 1024} KiB."),
            cancellationToken
        );
        return Parse<T>(json.ToMemory());
    }

    /// <summary>The same for a change. That its object has moved since the sender read it is said before what is wrong with the body.</summary>
    /// <exception cref="ProblemException">The same, and 412 in place of 400 where it has moved.</exception>
    public static async Task<T> ReadBodyAsync<T>(this HttpRequest request, bool hasMoved, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await request.ReadBodyAsync<T>(cancellationToken);
        }
        catch (ProblemException faulty) when (hasMoved && faulty.Problem.Status == StatusCodes.Status400BadRequest)
        {
            throw new ProblemException(Problem.Moved);
        }
    }

    /// <summary>The same for JSON text that came inside something else.</summary>
    public static T Parse<T>(string json)
        where T : class => Parse<T>(Encoding.UTF8.GetBytes(json));

    private static T Parse<T>(ReadOnlyMemory<byte> json)
        where T : class
    {
        // Some programs put a byte order mark before UTF-8 text, which JSON doesn't allow.
        var text = json.Span.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
        if (Shape.FaultIn(text, typeof(T)) is var (field, reason))
        {
            throw text.Span.Trim(" \t\r\n"u8).SequenceEqual("null"u8)
                ? new ProblemException(Problem.Invalid("The body is null. Send a JSON object."))
                : Faulty(field.Length == 0 ? "the body" : field, reason);
        }

        return JsonSerializer.Deserialize<T>(text.Span, AppJson.Received)!;
    }

    private static ProblemException Faulty(string field, string reason) =>
        new(
            Problem.Invalid(
                $"{field}: {reason}",
                [
                    new Finding(
                        "BODY01",
                        Severity.Error,
                        field,
                        reason,
                        "Send the fields, types and values that the API's description gives."
                    ),
                ]
            )
        );
}
