using System.IO.Compression;
using MicroCred.Inspection.Zip;

namespace MicroCred.Inspection.Pdf;

/// <summary>Unpacks a PDF's streams that are deflated or uncompressed; legitimate files use no other filter for their structure.</summary>
internal sealed class PdfStreamData(Stream file, InspectionLimits limits)
{
    private const int ZlibHeader = 2;
    private const int Deflate = 8;
    private const int Piece = 64 * 1024;
    private const int MostBroken = 5_000;

    // EICAR's 68 bytes of 34 different letters can't be packed into fewer; a file may have half a million shorter streams.
    private const int ShortestEicar = 40;

    private readonly UnpackBudget _budget = new(limits.PdfUnpackedOf(file.Length));
    private int _broken;

    /// <summary>All the data of a stream that is part of the document's structure.</summary>
    /// <exception cref="UnreadableContentException">The data are broken, or packed by another filter.</exception>
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
    /// Searches the data of any other stream. Images aren't unpacked: nothing in them runs, and blank ones unpack to a thousand times their
    /// size.
    /// </summary>
    /// <exception cref="UnreadableContentException">Too many streams are broken to try them all.</exception>
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
            // A broken font or page isn't a fault here; everything that could be unpacked has been searched.
            if (++_broken > MostBroken)
            {
                throw new UnreadableContentException("More of it is broken than can be looked into.");
            }
        }
    }

    // Only the stream's own bytes: phones and previewers omit the last block, so the bytes that follow would be read as part of it.
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
