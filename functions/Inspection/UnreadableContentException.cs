namespace MicroCred.Inspection;

/// <summary>Thrown where a document breaks its own format, or is built as no honest one is.</summary>
internal sealed class UnreadableContentException(string message) : Exception(message);
