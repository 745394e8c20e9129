namespace MicroCred.Demo.Documents;

internal sealed record Block(BlockKind Kind, string Text)
{
    public static Block Heading(string text) => new(BlockKind.Heading, text);

    public static Block Paragraph(string text) => new(BlockKind.Paragraph, text);

    public static Block Item(string text) => new(BlockKind.Item, text);
}
