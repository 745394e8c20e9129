namespace MicroCred.Demo.Documents;

/// <summary>A sample document's content in any file format: the title, the language and the blocks in reading order.</summary>
internal sealed record DocumentText(string Title, IReadOnlyList<Block> Blocks)
{
    public const string Language = "en-NZ";
}
