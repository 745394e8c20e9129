using System.Globalization;
using MicroCred.App.Http;
using MicroCred.App.Publication;
using MicroCred.App.Serialization;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Proof;

/// <summary>What requests for proofs have in common.</summary>
internal static class ProofRequests
{
    /// <summary>For what changes as the log grows.</summary>
    public const string Brief = "public, max-age=5";

    /// <exception cref="ProblemException">400 where the parameter is there and isn't a whole number from 0.</exception>
    public static long? Number(this HttpRequest request, string parameter) =>
        request.Text(parameter) switch
        {
            null => null,
            var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
            _ => throw NotThere(parameter, "give a whole number from 0."),
        };

    /// <exception cref="ProblemException">400 where the parameter is missing, too.</exception>
    public static long NeededNumber(this HttpRequest request, string parameter) =>
        request.Number(parameter) ?? throw NotThere(parameter, "give a whole number from 0.");

    public static ProblemException NotThere(string parameter, string what) => new(Problem.Invalid($"{parameter}: {what}"));

    /// <summary>A value as JSON, with a strong tag.</summary>
    public static IResult Served<T>(this HttpRequest request, T value, string caching) =>
        GetRegisterEntry.Served(request, AppJson.Bytes(value), "application/json", caching);
}
