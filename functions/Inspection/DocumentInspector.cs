using MicroCred.Inspection.Zip;

namespace MicroCred.Inspection;

/// <summary>
/// Determines an uploaded file's type from its content, and whether it is safe to open. Whatever the file does to its parser, the result is
/// a verdict: a fault, a hang or a crafted structure makes the document unreadable.
/// </summary>
public sealed class DocumentInspector(InspectionLimits limits)
{
    /// <param name="file">The whole file, which must be seekable.</param>
    /// <param name="fileName">The file's name, used only as a claim of its type.</param>
    /// <param name="declaredType">The media type sent with the file, if any.</param>
    /// <param name="cancellationToken">Cancels the inspection.</param>
    public async Task<Verdict> InspectAsync(Stream file, string fileName, string? declaredType, CancellationToken cancellationToken)
    {
        var bounded = new BoundedStream(file, limits.ReadingOf(file.Length));
        var inspection = new FileInspection(limits, new DocumentClaim(fileName, declaredType), ContentKinds.Of(bounded));
        try
        {
            return await GuardedThread.RunAsync(
                deadline => inspection.Of(new DeadlineStream(bounded, deadline)),
                limits.Time,
                cancellationToken
            );
        }
        catch (HostileContentException hostile)
        {
            return new Verdict.Hostile(hostile.Message);
        }
        catch (ZipRefusedException zip) when (zip.Fault is ZipFault.Bomb or ZipFault.UnsafeName)
        {
            return new Verdict.Hostile(zip.Message);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return inspection.Unreadable();
        }
    }
}
