namespace MicroCred.Inspection;

/// <summary>
/// Thrown from deep inside a document on meeting what must not reach a reader. The reason finishes "The file was refused because it …".
/// </summary>
internal sealed class HostileContentException(string reason) : Exception(reason);
