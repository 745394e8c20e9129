using System.Globalization;
using MicroCred.App.Quotas;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Http;

/// <summary>
/// A problem response in the form of RFC 9457. Functions, and the code that reads requests for them, throw it as a
/// <see cref="ProblemException"/>.
/// </summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Slug">The last part of the problem's stable type.</param>
/// <param name="Title">The kind of problem in a few words.</param>
/// <param name="Detail">What is wrong and what to do about it.</param>
/// <param name="Findings">The faults one by one, where there are several.</param>
/// <param name="RetryAfter">After how many seconds a retry may succeed, if one may.</param>
internal sealed record Problem(
    int Status,
    string Slug,
    string Title,
    string Detail,
    IReadOnlyList<Finding>? Findings = null,
    int? RetryAfter = null
)
{
    public static Problem Unknown { get; } =
        new(401, "sign-in-needed", "Sign in first", "This needs a signed-in person. Sign in and try again.");

    public static Problem WrongRole { get; } = new(403, "wrong-role", "Not for your role", "Your role doesn't allow this.");

    public static Problem TwoSides { get; } =
        new(
            403,
            "two-sides",
            "Of a provider and of NZQA or TEC",
            "You act for a provider and have a role at NZQA or TEC, too. Nobody may be on both sides, "
                + "so you can do nothing here until one of the two is taken from you. Ask NZQA."
        );

    public static Problem NoProvider { get; } =
        new(
            403,
            "no-provider",
            "For which provider?",
            "You are signed in as somebody who acts for a provider, but the directory doesn't say for which. "
                + "Ask NZQA to add you to its people."
        );

    public static Problem Foreign { get; } =
        new(
            403,
            "foreign-origin",
            "From another site",
            "This change was sent by a page of another site, so it wasn't made. Make it from this site's own pages."
        );

    public static Problem NotFound { get; } = new(404, "not-found", "Not found", "There is nothing here, or it isn't yours to see.");

    public static Problem Moved { get; } =
        new(
            412,
            "changed-meanwhile",
            "Changed meanwhile",
            "It has changed since you read it. Read it again, then decide whether your change still holds."
        );

    public static Problem KeyUsed { get; } =
        new(
            409,
            "key-used",
            "The key was used for something else",
            "This Idempotency-Key came with another request before. Use a new key for each new request."
        );

    public static Problem Deleted { get; } =
        new(410, "deleted", "Deleted", "What this request began was deleted since. Use a new key to begin another.");

    public static Problem Busy { get; } =
        new(
            503,
            "busy",
            "Busy",
            "Others are changing it at this moment, and nothing of yours was done. Try again in a moment.",
            RetryAfter: 1
        );

    public static Problem Away { get; } =
        new(
            503,
            "unavailable",
            "Not available at the moment",
            "What everything is kept in doesn't answer. Try again in a moment; "
                + "a change is done once if you repeat it with the same Idempotency-Key.",
            RetryAfter: 5
        );

    public static Problem NotScanned { get; } =
        new(
            409,
            "document-not-scanned",
            "Not scanned yet",
            "The document is being scanned for malware, which takes a moment. Try again then.",
            RetryAfter: 30
        );

    public static Problem Infected { get; } =
        new(
            410,
            "document-infected",
            "Infected",
            "A scan found malware in the document, so nobody gets it any more. Its provider can replace it with a clean copy."
        );

    public static Problem Internal { get; } =
        new(
            500,
            "internal",
            "Something broke here",
            "This is our fault, not yours. What was done before this request is kept. Try again in a minute."
        );

    public static Problem OldForm { get; } =
        new(
            400,
            "old-form",
            "Send this once more",
            "The page that you sent this from was opened a day ago or more, or by somebody else. Nothing is saved yet. "
                + "Check what you typed, and send it again."
        );

    public static Problem NoCursor { get; } = Invalid("after: give the value of next from the page before, as it is.");

    public static Problem TooLarge(string detail) => new(413, "too-large", "Too large", detail);

    public static Problem WrongType(string detail) => new(415, "wrong-type", "Wrong type", detail);

    public static Problem Invalid(string detail, IReadOnlyList<Finding>? findings = null) =>
        new(400, "invalid-request", "The request can't be read", detail, findings);

    public static Problem WrongState(string detail, IReadOnlyList<Finding>? findings = null) =>
        new(409, "wrong-state", "Not now", detail, findings);

    public static Problem NotAcceptable(string detail, IReadOnlyList<Finding>? findings = null) =>
        new(422, "not-acceptable", "Not acceptable", detail, findings);

    /// <summary>An exceeded daily quota as a problem.</summary>
    public static Problem Of(QuotaExceeded exceeded)
    {
        var asked = exceeded.Asked > 0 ? $" This would be {exceeded.Quota.Shown(exceeded.Asked)} more." : "";
        return new Problem(
            429,
            "quota-exceeded",
            "Enough for today",
            $"A provider may send {exceeded.Quota.Shown(exceeded.Limit)} a day, and yours has sent {exceeded.Quota.Shown(exceeded.Used)} "
                + $"today.{asked}"
                + " Nothing of it was kept. Send it after midnight in New Zealand, or ask NZQA for more room.",
            RetryAfter: (int)Math.Ceiling(exceeded.Wait.TotalSeconds)
        );
    }

    /// <summary>The kind of problem, for programs.</summary>
    public string Type => $"urn:microcred:problem:{Slug}";

    /// <summary>A domain refusal as a problem.</summary>
    public static Problem Of(Refusal refusal) =>
        refusal.Kind switch
        {
            RefusalKind.WrongState => WrongState(refusal.Detail, refusal.Findings),
            RefusalKind.Invalid => NotAcceptable(refusal.Detail, refusal.Findings),
            RefusalKind.TooLarge => TooLarge(refusal.Detail),
            RefusalKind.Malformed => Invalid(refusal.Detail, refusal.Findings),
            RefusalKind.WrongType => WrongType(refusal.Detail),
            RefusalKind.NotYours or RefusalKind.NotFound => NotFound,
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal.Kind, "No answer is known for this refusal."),
        };

    public IResult ToResult() => new Result(this);

    private sealed class Result(Problem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (problem.RetryAfter is { } seconds)
            {
                httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            }

            return Results
                .Problem(
                    problem.Detail,
                    statusCode: problem.Status,
                    title: problem.Title,
                    type: problem.Type,
                    extensions: problem.Findings is { Count: > 0 } findings
                        ? new Dictionary<string, object?> { ["findings"] = findings }
                        : null
                )
                .ExecuteAsync(httpContext);
        }
    }
}

/// <summary>Ends a request with a problem.</summary>
internal sealed class ProblemException(Problem problem) : Exception(problem.Detail)
{
    public Problem Problem { get; } = problem;
}
