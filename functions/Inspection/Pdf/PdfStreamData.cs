using System.IO.Compression;
using MicroCred.Inspection.Zip;

namespace MicroCred.Inspection.Pdf;

/// <summary>Unpacks a PDF's streams, those that are deflated or not packed at all: all that honest files use for their structure.</summary>
internal sealed class PdfStreamData(Stream file, InspectionLimits limits)
{
    private const int ZlibHeader = 2;
    private const int Deflate = 8;
    private const int Piece = 64 * 1024;
    private const int MostBroken = 5_000;

    // Its 68 bytes of 34 different letters can't be packed into fewer; there may be half a million streams that are shorter.
    private const int ShortestEicar = 40;

    private readonly UnpackBudget _budget = new(limits.PdfUnpackedOf(file.Length));
    private int _broken;

    /// <summary>The data of a stream that is part of the document's structure, whole.</summary>
    /// <exception cref="UnreadableContentException">It is broken, or packed in another way.</exception>
    public byte[] Structure(PdfDictionary stream, long start, long end)
    {
        var data = PdfFilters.Of(stream) switch
        {
            PdfFilter.None => Raw(start, end),
            PdfFilter.Flate => Unpacked(start, end),
            _ => throw new UnreadableContentException("A part of the structure is packed in an unusual way."),
        };
        return PdfFilters.Parameters(stream) is { } parameters ? PdfPredictor.Undo(parameters, data) : data;
    }

    /// <summary>
    /// Looks through the data of any other stream. Pictures aren't unpacked: nothing in them runs, and blank ones unpack to a thousand
    /// times their size.
    /// </summary>
    /// <exception cref="UnreadableContentException">So many can't be unpacked that it would take too long to try them all.</exception>
    public void RefuseEicar(PdfDictionary stream, long start, long end)
    {
        if (
            end - start < ShortestEicar
            || _broken > MostBroken
            || stream.Name("Subtype") == "Image"
            || PdfFilters.Of(stream) != PdfFilter.Flate
        )
        {
            return;
        }

        try
        {
            using var content = Inflate(start, end);
            Eicar.RefuseIn(content);
        }
        catch (InvalidDataException)
        {
            // A broken font or page is its reader's affair; what can be unpacked of it has been looked at.
            if (++_broken > MostBroken)
            {
                throw new UnreadableContentException("More of it is broken than can be looked into.");
            }
        }
    }

    // Only the stream's own bytes: what phones and previewers write has no last block, and whatever came after would be taken for one.
    private CountedStream Inflate(long start, long end) =>
        new(new DeflateStream(new PdfSlice(file, Math.Min(start + ZlibHeader, end), end), CompressionMode.Decompress), _budget);

    private byte[] Unpacked(long start, long end)
    {
        file.Position = start;
        if ((file.ReadByte() & 0x0F) != Deflate)
        {
            throw new UnreadableContentException("A part of the structure isn't packed as it says.");
        }

        using var content = Inflate(start, end);
        try
        {
            return Read(content, limits.PdfStructure)
                ?? throw new HostileContentException($"has a part that unpacks to more than {limits.PdfStructure >> 20} MiB");
        }
        catch (InvalidDataException)
        {
            throw new UnreadableContentException("A part of the structure can't be unpacked.");
        }
    }

    private byte[] Raw(long start, long end) =>
        Read(new PdfSlice(file, start, end), limits.PdfStructure)
        ?? throw new UnreadableContentException("A part of the structure is larger than any honest one.");

    private static byte[]? Read(Stream content, int most)
    {
        var whole = new MemoryStream();
        var piece = new byte[Piece];
        while (content.Read(piece) is > 0 and var read)
        {
            if (whole.Length + read > most)
            {
                return null;
            }

            whole.Write(piece, 0, read);
        }
        return whole.ToArray();
    }
}
