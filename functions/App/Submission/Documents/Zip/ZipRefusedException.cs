namespace MicroCred.App.Submission.Documents;

/// <summary>Thrown on meeting a zip, or something in it, that isn't read. The reason finishes "The zip …".</summary>
internal sealed class ZipRefusedException(ZipFault fault, string reason, Exception? inner = null) : Exception(reason, inner)
{
    public ZipFault Fault { get; } = fault;
}
