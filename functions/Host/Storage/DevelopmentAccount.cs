namespace MicroCred.Host.Storage;

/// <summary>The account that every local storage has, with the key that is published for it.</summary>
internal static class DevelopmentAccount
{
    public const string Name = "devstoreaccount1";

    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static string ConnectionString(Uri blob, Uri queue, Uri table) =>
        $"DefaultEndpointsProtocol=http;AccountName={Name};AccountKey={Key};" +
        $"BlobEndpoint={new Uri(blob, Name)};QueueEndpoint={new Uri(queue, Name)};TableEndpoint={new Uri(table, Name)};";
}
