namespace MicroCred.Approval;

/// <summary>A note among those who evaluate: the provider never sees it.</summary>
/// <param name="At">When it was written, in UTC.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="Text">The note.</param>
public sealed record Note(DateTimeOffset At, Actor By, string Text);
