namespace MicroCred.App.Archiving;

/// <summary>A file that a signed night has.</summary>
/// <param name="Name">Its name, with its container.</param>
/// <param name="Sha256">The SHA-256 of its bytes, in lower-case hex.</param>
/// <param name="Tag">Its tag in storage: where that is the same, so are the bytes.</param>
internal sealed record SignedFile(string Name, string Sha256, string Tag);
