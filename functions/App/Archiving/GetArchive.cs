using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Archiving;

/// <summary>Last night's differences from the archive, by ids. Normal is an empty list from the latest night.</summary>
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
    /// <param name="Compared">How many applications were compared with their archived copies.</param>
    /// <param name="Added">How many were archived.</param>
    /// <param name="Differences">Differences from the archived copies.</param>
    /// <param name="Failed">Applications that couldn't be compared or archived.</param>
    /// <param name="Refused">Files of the archive that no night added, whenever they were found.</param>
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
