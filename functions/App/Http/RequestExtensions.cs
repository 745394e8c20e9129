using System.Globalization;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Http;

/// <summary>What every function reads from a request in the same way.</summary>
internal static class RequestExtensions
{
    /// <summary>The tag that people see: the application's revision.</summary>
    public static string Tag(this Application application) => string.Create(CultureInfo.InvariantCulture, $"\"{application.Revision}\"");

    /// <summary>Whether an application is one that <c>If-Match</c> names; null where there is no such header, and any will do.</summary>
    /// <param name="request">The request.</param>
    /// <param name="tagOf">The tag of what is changed, as the caller read it; null for the application's own.</param>
    public static Func<Application, bool>? Expected(this HttpRequest request, Func<Application, string>? tagOf = null) =>
        request.Headers.IfMatch.Count == 0
            ? null
            : application =>
                request
                    .Headers.IfMatch.ToString()
                    .Split(',')
                    .Any(tag => tag.Trim() is "*" || tag.Trim() == (tagOf?.Invoke(application) ?? application.Tag()));

    public static string? IdempotencyKey(this HttpRequest request) =>
        request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key ? key : null;

    /// <param name="request">The request.</param>
    /// <param name="unlessGiven">How many where the request doesn't say.</param>
    /// <exception cref="ProblemException">400 where the limit isn't a number from 1 to 200.</exception>
    public static int Limit(this HttpRequest request, int unlessGiven = PageSize.Usual) =>
        request.Query["limit"].ToString() switch
        {
            "" => unlessGiven,
            var text
                when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
                    && limit is >= 1 and <= PageSize.Most => limit,
            _ => throw new ProblemException(Problem.Invalid($"limit: give a whole number from 1 to {PageSize.Most}.")),
        };

    public static string? After(this HttpRequest request) => request.Query["after"].ToString() is { Length: > 0 } after ? after : null;

    public static string? Text(this HttpRequest request, string parameter) =>
        request.Query[parameter].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>
    /// A number in a route, whose constraint lets nothing else through. The worker itself would read it as JSON and fail on 007.
    /// </summary>
    public static int AsNumber(this string part) => int.Parse(part, CultureInfo.InvariantCulture);

    /// <summary>A page as an answer.</summary>
    public static async Task<IResult> AsResultAsync<T>(this Task<ListPage<T>> page) => Results.Ok(await page.CheckedAsync());

    /// <summary>A page, with an unreadable cursor told as the caller's fault.</summary>
    /// <exception cref="ProblemException">400 where it is no cursor of the list.</exception>
    public static async Task<ListPage<T>> CheckedAsync<T>(this Task<ListPage<T>> page)
    {
        try
        {
            return await page;
        }
        catch (FormatException)
        {
            throw new ProblemException(Problem.NoCursor);
        }
    }

    /// <exception cref="ProblemException">400 where the parameter isn't one of the enum's names.</exception>
    public static T? Choice<T>(this HttpRequest request, string parameter)
        where T : struct, Enum =>
        request.Text(parameter) switch
        {
            null => null,
            var text when Enum.GetNames<T>().Contains(text) => Enum.Parse<T>(text),
            _ => throw new ProblemException(Problem.Invalid($"{parameter}: give one of {string.Join(", ", Enum.GetNames<T>())}.")),
        };
}
