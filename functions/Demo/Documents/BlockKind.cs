namespace MicroCred.Demo.Documents;

internal enum BlockKind
{
    Title,
    Heading,
    Paragraph,
    Item,
}
