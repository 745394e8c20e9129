namespace MicroCred.Inspection;

/// <summary>Thrown where a document is malformed, or built as no legitimate one is.</summary>
internal sealed class UnreadableContentException(string message) : Exception(message);
