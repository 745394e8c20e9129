namespace MicroCred.App.Archiving;

/// <summary>A file listed in a signed night.</summary>
/// <param name="Name">Its name, with its container.</param>
/// <param name="Sha256">The SHA-256 of its bytes, in lower-case hex.</param>
/// <param name="Tag">Its ETag in storage: while that is the same, so are the bytes.</param>
internal sealed record SignedFile(string Name, string Sha256, string Tag);
