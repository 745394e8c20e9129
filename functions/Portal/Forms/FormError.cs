namespace MicroCred.Portal;

/// <summary>Something that is wrong with a form: the field, or null for the whole of it, and what to do, in a sentence or two.</summary>
public sealed record FormError(string? Field, string Message);
