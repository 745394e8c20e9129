using MicroCred.Inspection.Zip;

namespace MicroCred.Inspection;

/// <summary>
/// Says what an uploaded file is, from its content, and whether people may be given it to open. Whatever the file does to its parser, the
/// answer is a verdict: a fault, a hang and a crafted structure all make it a document that can't be read.
/// </summary>
public sealed class DocumentInspector(InspectionLimits limits)
{
    /// <param name="file">The whole file; it is read from any position.</param>
    /// <param name="fileName">What it is called, which is believed about nothing but what it claims to be.</param>
    /// <param name="declaredType">The media type that came with it, if any.</param>
    /// <param name="cancellationToken">Ends the inspection with an exception.</param>
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
