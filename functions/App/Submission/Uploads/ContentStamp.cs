namespace MicroCred.App.Submission.Uploads;

/// <summary>Identifies content: its size in bytes and its SHA-256 in lower-case hex.</summary>
internal sealed record ContentStamp(long Size, string Sha256);
