using MicroCred.App.Storage;

namespace MicroCred.App.Archiving;

/// <summary>The result of examining one application.</summary>
/// <param name="Today">The application; null where it has no row, or its rows can't be read.</param>
/// <param name="Compared">Whether there was an archived copy to compare it with.</param>
/// <param name="Differences">The differences.</param>
/// <param name="Documents">Its documents whose bytes were read and are right.</param>
internal sealed record LookedAt(
    WholeApplication? Today,
    bool Compared,
    IReadOnlyList<ArchiveDifference> Differences,
    IReadOnlyList<SeenBlob> Documents
);
