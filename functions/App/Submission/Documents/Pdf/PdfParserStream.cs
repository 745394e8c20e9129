using System.Runtime.CompilerServices;

namespace MicroCred.App.Submission.Documents;

/// <summary>
/// The file as PdfPig gets it. PdfPig comes back here on its way down some recursions, which is the chance to stop one that nears the
/// end of
/// the stack; and in a place within an object's number it would take 15 for 5, past everything that was checked.
/// </summary>
internal sealed class PdfParserStream(Stream file, HashSet<long> insideNumbers) : SeekableStream(file)
{
    private UnreadableContentException? _fault;

    public override long Position
    {
        get => base.Position;
        set
        {
            if (!RuntimeHelpers.TryEnsureSufficientExecutionStack() || insideNumbers.Contains(value))
                _fault = new UnreadableContentException("The structure leads the parser astray.");
            ThrowIfAstray();
            base.Position = value;
        }
    }

    /// <summary>To be called when PdfPig is done: it swallows exceptions in places, and makes do.</summary>
    public void ThrowIfAstray()
    {
        if (_fault is not null)
            throw _fault;
    }
}
