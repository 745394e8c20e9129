namespace MicroCred.Demo.Cases;

/// <summary>The made-up register, as a registrar imports it.</summary>
internal static class SampleRegister
{
    public static byte[] File { get; } = Load();

    private static byte[] Load()
    {
        using var file = typeof(SampleRegister).Assembly.GetManifestResourceStream("Samples/register/register-of-june-2022.csv")!;
        using MemoryStream bytes = new();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
