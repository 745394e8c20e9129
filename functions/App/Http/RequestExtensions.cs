using System.Globalization;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Http;

/// <summary>Reads the parts of a request that all functions have in common.</summary>
internal static class RequestExtensions
{
    /// <summary>The ETag that NZQA and TEC see: the application's revision.</summary>
    public static string Tag(this Application application) => string.Create(CultureInfo.InvariantCulture, $"\"{application.Revision}\"");

    /// <summary>The ETag that providers see: the revision as they know it.</summary>
    public static string ToldTag(this Application application) =>
        string.Create(CultureInfo.InvariantCulture, $"\"p{application.ToldRevision}\"");

    /// <summary>
    /// Whether an application matches the request's <c>If-Match</c>; null where there is no such header, and any application will do.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="caller">Who sends it: a provider could count what happens unseen by trying the tag that others see.</param>
    /// <param name="tagOf">The tag of what is changed, as the caller read it; null for the application's own.</param>
    public static Func<Application, bool>? Expected(this HttpRequest request, Caller caller, Func<Application, string>? tagOf = null) =>
        request.ExpectedTag() is not { } isExpected ? null
        : tagOf is not null ? application => isExpected(tagOf(application))
        : caller.SeesIds ? application => isExpected(application.Tag()) || isExpected(application.ToldTag())
        : application => isExpected(application.ToldTag());

    /// <summary>
    /// Whether a tag is among those that the request's <c>If-Match</c> names; null where there is no such header, and any will do.
    /// </summary>
    public static Func<string, bool>? ExpectedTag(this HttpRequest request) =>
        request.Headers.IfMatch.Count == 0
            ? null
            : tag => request.Headers.IfMatch.ToString().Split(',').Select(named => named.Trim()).Any(named => named == "*" || named == tag);

    public static string? IdempotencyKey(this HttpRequest request) =>
        request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key ? key : null;

    /// <param name="request">The request.</param>
    /// <param name="unlessGiven">The default limit.</param>
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
    /// A number in a route, already checked by the route's constraint. The worker itself would parse it as JSON and fail on 007.
    /// </summary>
    public static int AsNumber(this string part) => int.Parse(part, CultureInfo.InvariantCulture);

    public static async Task<IResult> AsResultAsync<T>(this Task<ListPage<T>> page) => Results.Ok(await page.CheckedAsync());

    /// <summary>A page; an unreadable cursor becomes the caller's error.</summary>
    /// <exception cref="ProblemException">400 where it isn't a cursor of the list.</exception>
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
