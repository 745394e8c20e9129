namespace MicroCred.Approval;

/// <summary>A row of the subject classification: its four-digit code and the names of the broad and the narrow field.</summary>
public sealed record SubjectField(string Code, string Broad, string Narrow);
