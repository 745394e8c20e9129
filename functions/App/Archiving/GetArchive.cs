using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Archiving;

/// <summary>
/// What the last night found that isn't as it was put away, by ids. An empty list from this very night is how it should be.
/// </summary>
[Feature(Features.Archiving)]
internal sealed class GetArchive(SignedNights nights)
{
    [Function(nameof(GetArchive)), Allow(Role.Operator, Role.Registrar)]
    [Gives(StatusCodes.Status200OK, typeof(Report))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/operations/archive")] HttpRequest request,
        CancellationToken cancellationToken
    ) => Results.Ok(Report.Of(await nights.LatestAsync(cancellationToken)));

    /// <summary>A night.</summary>
    /// <param name="Night">Its number; 0 where there was none yet.</param>
    /// <param name="At">When it was signed, in UTC.</param>
    /// <param name="Compared">How many applications were held against what was put away of them.</param>
    /// <param name="Added">How many were put away.</param>
    /// <param name="Differences">What wasn't as it was put away.</param>
    /// <param name="Failed">Applications that couldn't be looked at or put away.</param>
    /// <param name="Refused">Files of the archive that no night put there, whenever they were found.</param>
    internal sealed record Report(
        int Night,
        DateTimeOffset? At,
        int Compared,
        int Added,
        IReadOnlyList<ArchiveDifference> Differences,
        IReadOnlyList<ApplicationId> Failed,
        IReadOnlyList<string> Refused
    )
    {
        public static Report Of(ArchiveNight? night) =>
            night is null
                ? new Report(Night: 0, At: null, Compared: 0, Added: 0, [], [], [])
                : new Report(
                    night.Number,
                    night.At,
                    night.Compared,
                    night.Applications.Count,
                    night.Differences,
                    night.Failed,
                    [.. night.Refused.Select(file => file.Name)]
                );
    }
}
