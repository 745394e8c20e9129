namespace MicroCred.Demo.Documents.Pdf;

/// <summary>
/// The structure tree that a screen reader follows: headings, paragraphs and lists in reading order, each referring to its marked content
/// on the pages (ISO 32000-1, 14.7).
/// </summary>
internal sealed class PdfStructure(PdfObjects objects, IReadOnlyList<Block> blocks, IReadOnlyList<IReadOnlyList<PdfLine>> pages)
{
    private readonly int _root = objects.Reserve();
    private readonly int _document = objects.Reserve();
    private readonly int[] _elements = [.. blocks.Select(_ => objects.Reserve())];

    public int Add(IReadOnlyList<int> pageNumbers)
    {
        var children = new List<int>();
        for (var block = 0; block < blocks.Count; )
        {
            var isItem = blocks[block].Kind == BlockKind.Item;
            var end = isItem ? EndOfList(block) : block + 1;
            children.Add(isItem ? AddList(block, end, pageNumbers) : AddElement(block, _document, pageNumbers));
            block = end;
        }

        objects.Set(_document, $"<< /Type /StructElem /S /Document /P {_root} 0 R /K [{References(children)}] >>");
        objects.Set(
            _root,
            $"<< /Type /StructTreeRoot /K {_document} 0 R /ParentTree {AddParentTree()} 0 R /ParentTreeNextKey {pages.Count} >>"
        );
        return _root;
    }

    private int EndOfList(int block)
    {
        while (block < blocks.Count && blocks[block].Kind == BlockKind.Item)
        {
            block++;
        }

        return block;
    }

    private int AddList(int first, int end, IReadOnlyList<int> pageNumbers)
    {
        var list = objects.Reserve();
        var items = new List<int>();
        for (var block = first; block < end; block++)
        {
            var item = objects.Reserve();
            var body = AddElement(block, item, pageNumbers);
            objects.Set(item, $"<< /Type /StructElem /S /LI /P {list} 0 R /K {body} 0 R >>");
            items.Add(item);
        }

        objects.Set(list, $"<< /Type /StructElem /S /L /P {_document} 0 R /K [{References(items)}] >>");
        return list;
    }

    private int AddElement(int block, int parent, IReadOnlyList<int> pageNumbers)
    {
        var shares =
            from page in Enumerable.Range(0, pages.Count)
            let marked = BlocksOf(page).IndexOf(block)
            where marked >= 0
            select $"<< /Type /MCR /Pg {pageNumbers[page]} 0 R /MCID {marked} >>";
        objects.Set(
            _elements[block],
            $"<< /Type /StructElem /S /{PdfStyle.Of(blocks[block].Kind).Tag} /P {parent} 0 R /K [{string.Join(' ', shares)}] >>"
        );
        return _elements[block];
    }

    private int AddParentTree()
    {
        var rows = Enumerable
            .Range(0, pages.Count)
            .Select(page => $"{page} [{References(BlocksOf(page).Select(block => _elements[block]))}]");
        return objects.Add($"<< /Nums [{string.Join(' ', rows)}] >>");
    }

    private List<int> BlocksOf(int page) => [.. pages[page].Select(line => line.Block).Distinct()];

    private static string References(IEnumerable<int> numbers) => string.Join(' ', numbers.Select(number => $"{number} 0 R"));
}
