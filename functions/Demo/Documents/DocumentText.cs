namespace MicroCred.Demo.Documents;

/// <summary>What a sample document says, whatever the file format: a title, its language and its blocks in reading order.</summary>
internal sealed record DocumentText(string Title, IReadOnlyList<Block> Blocks)
{
    public const string Language = "en-NZ";
}
