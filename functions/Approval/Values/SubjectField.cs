namespace MicroCred.Approval;

/// <summary>One row of the subject classification: four digits, the broad field's name, the narrow field's.</summary>
internal sealed record SubjectField(string Code, string Broad, string Narrow);
