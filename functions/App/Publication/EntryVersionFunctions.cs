using System.Text.Json;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Register;
using MicroCred.App.Submission;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Publication;

/// <summary>An entry's versions, each as it was when it came on the register, and what changed between any two of them.</summary>
[Feature(Features.Publication)]
internal sealed class EntryVersionFunctions(RegisterLog log)
{
    [Function("GetEntryVersions"), Public]
    [Gives(StatusCodes.Status200OK, typeof(VersionsView))]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register/{number:int}/versions")] HttpRequest request,
        string number,
        CancellationToken cancellationToken
    )
    {
        var entry = await FindAsync(number, cancellationToken);
        List<VersionView> versions = [];
        foreach (var version in Enumerable.Range(FirstOf(entry), entry.Versions.Count))
        {
            var change = await ChangeAsync(entry, version, cancellationToken);
            versions.Add(new(change.Entry.Version, change.At, change.By, change.Why));
        }

        return Served(request, new VersionsView(versions));
    }

    [Function("GetEntryVersion"), Public]
    [Gives(StatusCodes.Status200OK, typeof(RegisterEntryView))]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register/{number:int}/versions/{version:int}")] HttpRequest request,
        string number,
        string version,
        CancellationToken cancellationToken
    )
    {
        var entry = await FindAsync(number, cancellationToken);
        return Served(request, RegisterEntryView.Of((await ChangeAsync(entry, version.AsNumber(), cancellationToken)).Entry));
    }

    [Function("GetEntryChanges"), Public]
    [Query("from", typeof(int), "The number of the version before.")]
    [Query("to", typeof(int), "The number of the version after.")]
    [Gives(StatusCodes.Status200OK, typeof(ChangesView))]
    public async Task<IResult> CompareAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register/{number:int}/changes")] HttpRequest request,
        string number,
        CancellationToken cancellationToken
    )
    {
        var entry = await FindAsync(number, cancellationToken);
        var (from, to) = VersionFunctions.TwoOf(request);
        var before = await ChangeAsync(entry, from, cancellationToken);
        var after = await ChangeAsync(entry, to, cancellationToken);
        return Served(request, new ChangesView(FieldChange.Between(NodeOf(before), NodeOf(after))));

        static System.Text.Json.Nodes.JsonNode? NodeOf(LoggedChange change) =>
            JsonSerializer.SerializeToNode(RegisterEntryView.Of(change.Entry), Serialization.AppJson.Api);
    }

    /// <exception cref="ProblemException">404 where there is no such entry.</exception>
    private async Task<LoggedEntry> FindAsync(string number, CancellationToken cancellationToken) =>
        await log.FindAsync(number.AsNumber(), cancellationToken) ?? throw new ProblemException(Problem.NotFound);

    /// <exception cref="ProblemException">404 where there is no such version.</exception>
    private async Task<LoggedChange> ChangeAsync(LoggedEntry entry, long version, CancellationToken cancellationToken)
    {
        var place = version - FirstOf(entry);
        return place >= 0 && place < entry.Versions.Count
            ? await log.RowAsync(entry.Versions[(int)place], cancellationToken)
                ?? throw new InvalidDataException($"Row {entry.Versions[(int)place]} of the register's log isn't stored.")
            : throw new ProblemException(Problem.NotFound with { Detail = $"There is no version {version} of this entry." });
    }

    /// <summary>The first version that the log has: an imported entry's may be a later one than 1.</summary>
    private static int FirstOf(LoggedEntry entry) => entry.Listed.Entry.Version - entry.Versions.Count + 1;

    private static IResult Served<T>(HttpRequest request, T content) =>
        GetRegisterEntry.Served(request, Serialization.AppJson.Bytes(content), RegisterFile.Json.ContentType());
}
