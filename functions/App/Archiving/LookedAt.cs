using MicroCred.App.Storage;

namespace MicroCred.App.Archiving;

/// <summary>What looking at one application came to.</summary>
/// <param name="Today">The application; null where it has no row, or none that can be read.</param>
/// <param name="Compared">Whether there was something to hold it against.</param>
/// <param name="Differences">How it differs from that.</param>
/// <param name="Documents">Its documents whose bytes were read and are right.</param>
internal sealed record LookedAt(
    WholeApplication? Today,
    bool Compared,
    IReadOnlyList<ArchiveDifference> Differences,
    IReadOnlyList<SeenBlob> Documents
);
