using System.Globalization;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Submission;

/// <summary>An application's versions, and what changed between any two of them.</summary>
[Feature(Features.Submission)]
internal sealed class VersionFunctions(CallersApplications applications, ApplicationStore store)
{
    [Function("GetVersions"), Allow(Role.Provider, Role.Evaluator, Role.Registrar, Role.FundingAdviser)]
    [Gives(StatusCodes.Status200OK, typeof(VersionsView))]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/applications/{id:guid}/versions")] HttpRequest request,
        Guid id,
        CancellationToken cancellationToken
    ) => Results.Ok(VersionsView.Of(await applications.FindAsync(ApplicationId.New(id), cancellationToken)));

    [Function("GetChanges"), Allow(Role.Provider, Role.Evaluator, Role.Registrar, Role.FundingAdviser)]
    [Query("from", typeof(int), "The number of the version before.")]
    [Query("to", typeof(int), "The number of the version after.")]
    [Gives(StatusCodes.Status200OK, typeof(ChangesView))]
    public async Task<IResult> CompareAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/applications/{id:guid}/changes")] HttpRequest request,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var application = await applications.FindAsync(ApplicationId.New(id), cancellationToken);
        var (from, to) = TwoOf(request);
        var (before, after) = await TwoAsync(store, application, from, to, cancellationToken);
        return Results.Ok(new ChangesView(before.ChangesTo(after)));
    }

    /// <summary>The numbers of the two versions that a request compares.</summary>
    /// <exception cref="ProblemException">400 where either is missing or no number.</exception>
    public static (long From, long To) TwoOf(HttpRequest request) =>
        (NumberOf(request, "from") ?? throw NoNumber("from"), NumberOf(request, "to") ?? throw NoNumber("to"));

    /// <summary>The number of a version that a request names; null where it names none.</summary>
    /// <exception cref="ProblemException">400 where it is no number.</exception>
    public static long? NumberOf(HttpRequest request, string parameter) =>
        request.Text(parameter) switch
        {
            null => null,
            var text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            _ => throw NoNumber(parameter),
        };

    /// <summary>What two versions hold.</summary>
    /// <exception cref="ProblemException">404 where there is no such version.</exception>
    public static async Task<(VersionContent Before, VersionContent After)> TwoAsync(
        ApplicationStore store,
        Application application,
        long from,
        long to,
        CancellationToken cancellationToken
    )
    {
        foreach (var number in new[] { from, to }.Where(number => number < 1 || number > application.Versions.Count))
        {
            throw new ProblemException(Problem.NotFound with { Detail = $"There is no version {number} of this application." });
        }

        var before = await store.VersionAsync(application.Id, (int)from, cancellationToken);
        return (before, from == to ? before : await store.VersionAsync(application.Id, (int)to, cancellationToken));
    }

    private static ProblemException NoNumber(string parameter) =>
        new(Problem.Invalid($"{parameter}: give the number of a version, such as 1."));
}

/// <summary>An application's versions, oldest first.</summary>
internal sealed record VersionsView(IReadOnlyList<VersionView> Items)
{
    public static VersionsView Of(Application application) =>
        new([.. application.Versions.Select(version => new VersionView(version.Number, version.At, version.By, version.Why))]);
}

/// <summary>A version of an application.</summary>
/// <param name="Version">Its number, from 1.</param>
/// <param name="At">When it was made, in UTC.</param>
/// <param name="By">The name of the person who handed it in.</param>
/// <param name="Why">What made it.</param>
internal sealed record VersionView(int Version, DateTimeOffset At, string By, string Why);

/// <summary>What changed from one version to another.</summary>
internal sealed record ChangesView(IReadOnlyList<FieldChange> Changes);
