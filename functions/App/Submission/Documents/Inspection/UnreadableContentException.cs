namespace MicroCred.App.Submission.Documents;

/// <summary>Thrown where a document breaks its own format, or would cost more to read than an honest one does.</summary>
internal sealed class UnreadableContentException(string message) : Exception(message);
