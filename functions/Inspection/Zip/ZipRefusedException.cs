namespace MicroCred.Inspection.Zip;

/// <summary>Thrown on meeting a zip, or something in it, that isn't read. The reason finishes "The zip …".</summary>
public sealed class ZipRefusedException(ZipFault fault, string reason, Exception? inner = null) : Exception(reason, inner)
{
    /// <summary>What is wrong with it.</summary>
    public ZipFault Fault { get; } = fault;
}
