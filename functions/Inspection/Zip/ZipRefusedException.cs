namespace MicroCred.Inspection.Zip;

/// <summary>Thrown for a zip, or an entry in it, that is refused. The reason completes "The zip …".</summary>
public sealed class ZipRefusedException(ZipFault fault, string reason, Exception? inner = null) : Exception(reason, inner)
{
    /// <summary>The kind of fault.</summary>
    public ZipFault Fault { get; } = fault;
}
