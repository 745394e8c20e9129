using System.Globalization;
using System.Text;

namespace MicroCred.Demo.Documents.Pdf;

/// <summary>The numbered objects of a PDF file (ISO 32000-1, 7.3), with its header, cross-reference table and trailer.</summary>
internal sealed class PdfObjects(PdfEncryption? encryption)
{
    private readonly List<byte[]?> _bodies = [];

    /// <summary>Reserves a number for an object that is set later, so that objects can refer to each other.</summary>
    public int Reserve()
    {
        _bodies.Add(null);
        return _bodies.Count;
    }

    public void Set(int number, string body) => _bodies[number - 1] = Encoding.Latin1.GetBytes(body);

    public int Add(string body)
    {
        var number = Reserve();
        Set(number, body);
        return number;
    }

    public int AddStream(string content)
    {
        var bytes = encryption?.Protect(Encoding.Latin1.GetBytes(content)) ?? Encoding.Latin1.GetBytes(content);
        _bodies.Add([.. Encoding.Latin1.GetBytes($"<< /Length {bytes.Length} >>\nstream\n"), .. bytes, .. "\nendstream"u8]);
        return _bodies.Count;
    }

    /// <summary>A text string for a dictionary: UTF-16 with its byte order mark, in hexadecimal, encrypted if the file is.</summary>
    public string Text(string text)
    {
        byte[] bytes = [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)];
        return $"<{Convert.ToHexString(encryption?.Protect(bytes) ?? bytes)}>";
    }

    public byte[] ToFile(int catalog, int information, byte[] identity)
    {
        // The encryption dictionary is the only object whose strings aren't encrypted.
        var encrypt = encryption is null ? "" : $" /Encrypt {Add(encryption.Dictionary)} 0 R";
        using var file = new MemoryStream();
        // A comment of four high bytes tells file transfer programs that the file is binary.
        file.Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var offsets = new List<long>();
        foreach (var (index, body) in _bodies.Index())
        {
            offsets.Add(file.Position);
            Write(file, $"{index + 1} 0 obj\n");
            file.Write(body);
            Write(file, "\nendobj\n");
        }

        var start = file.Position;
        Write(file, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            Write(file, string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        }

        var id = Convert.ToHexString(identity);
        Write(file, $"trailer\n<< /Size {offsets.Count + 1} /Root {catalog} 0 R /Info {information} 0 R{encrypt} /ID [<{id}> <{id}>] >>\n");
        Write(file, $"startxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    private static void Write(Stream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
