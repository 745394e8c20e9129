namespace MicroCred.App.Http;

/// <summary>
/// A part of a multipart body: the field's name, the file's name and type if given, and its content, to be read before the next part.
/// </summary>
internal sealed record RequestPart(string Name, string? FileName, string? ContentType, Stream Content);
