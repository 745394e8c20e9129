using System.IO.Compression;
using UglyToad.PdfPig.Tokens;

namespace MicroCred.App.Submission.Documents;

/// <summary>Unpacks a PDF's streams, those that are deflated or not packed at all: all that honest files use for their structure.</summary>
internal sealed class PdfStreamData(Stream file, InspectionLimits limits)
{
    private const int ZlibHeader = 2;
    private const int Deflate = 8;
    private const int Piece = 64 * 1024;

    private readonly UnpackBudget _budget = new(limits.PdfUnpacked);

    /// <summary>The data of a stream that is part of the document's structure, whole.</summary>
    /// <exception cref="UnreadableContentException">It is broken, or packed in another way.</exception>
    public byte[] Structure(DictionaryToken dictionary, long data) => PdfFilters.Of(dictionary) switch
    {
        PdfFilter.None => Raw(data, Math.Max(0, dictionary.Number("Length") ?? 0)),
        PdfFilter.Flate => Unpacked(data),
        _ => throw new UnreadableContentException("A part of the structure is packed in an unusual way."),
    };

    /// <summary>
    /// Looks through the data of any other stream. Pictures aren't unpacked: nothing in them runs, and blank ones unpack to a thousand
    /// times their size.
    /// </summary>
    public void RefuseEicar(DictionaryToken dictionary, long data)
    {
        if (dictionary.Name("Subtype") == "Image" || PdfFilters.Of(dictionary) != PdfFilter.Flate)
            return;
        try
        {
            using var content = Inflate(data);
            Eicar.RefuseIn(content);
        }
        catch (InvalidDataException)
        {
            // A broken font or page is its reader's affair; what can be unpacked of it has been looked at.
        }
    }

    private CountedStream Inflate(long data)
    {
        file.Position = data + ZlibHeader;
        return new CountedStream(new DeflateStream(file, CompressionMode.Decompress, leaveOpen: true), _budget);
    }

    private byte[] Unpacked(long data)
    {
        file.Position = data;
        if ((file.ReadByte() & 0x0F) != Deflate)
            throw new UnreadableContentException("A part of the structure isn't packed as it says.");
        using var content = Inflate(data);
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

    // As far as the declared length, and from there to the end mark: readers go by either.
    private byte[] Raw(long data, long length)
    {
        for (var size = length + Piece; size <= limits.PdfStructure; size *= 2)
        {
            file.Position = data;
            var bytes = new byte[Math.Min(size, file.Length - data)];
            file.ReadExactly(bytes);
            var end = bytes.AsSpan((int)Math.Min(length, bytes.Length)).IndexOf("endstream"u8);
            if (end >= 0)
                return bytes[..(int)(length + end)];
            if (bytes.Length < size)
                return bytes;
        }
        throw new UnreadableContentException("A part of the structure is larger than any honest one.");
    }

    private static byte[]? Read(Stream content, int most)
    {
        var whole = new MemoryStream();
        var piece = new byte[Piece];
        while (content.Read(piece) is > 0 and var read)
        {
            if (whole.Length + read > most)
                return null;
            whole.Write(piece, 0, read);
        }
        return whole.ToArray();
    }
}
