namespace MicroCred.Approval;

/// <summary>
/// A version of an application: the state of its content and documents when it was handed in, or when an answer changed them.
/// </summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="By">The name of the person who handed it in.</param>
/// <param name="Why">What made it.</param>
/// <param name="Sha256">The SHA-256 of its <see cref="VersionContent"/>, in lower-case hex.</param>
public sealed record ApplicationVersion(int Number, DateTimeOffset At, string By, string Why, string Sha256);
