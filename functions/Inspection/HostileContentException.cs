namespace MicroCred.Inspection;

/// <summary>
/// Thrown for content in a document that must not reach a reader. The reason completes "The file was refused because it …".
/// </summary>
internal sealed class HostileContentException(string reason) : Exception(reason);
