namespace MicroCred.Approval;

/// <summary>The subject, by its NZSCED code. [Listing Rules 2022 r 6.1]</summary>
internal static class SubjectRules
{
    private const string Field = "microCredential.nzsced";
    private const string Action = "Look the subject up in the New Zealand Standard Classification of Education.";

    public static readonly ValidationRule SixDigits = new(
        "NZSCED01",
        Severity.Error,
        "The subject is a code of six digits.",
        Action,
        submission => Text.IsGiven(submission.MicroCredential.Nzsced) && !NzscedCode.IsSixDigits(submission.MicroCredential.Nzsced)
            ? [new(Field, $"“{submission.MicroCredential.Nzsced}” is not six digits.")]
            : []);

    public static readonly ValidationRule Classified = new(
        "NZSCED02",
        Severity.Error,
        "The subject is in the classification.",
        Action,
        submission => NzscedCode.IsSixDigits(submission.MicroCredential.Nzsced) && !NzscedCode.TryCreate(submission.MicroCredential.Nzsced, out _)
            ? [new(Field, $"The classification has no field {submission.MicroCredential.Nzsced![..4]}.")]
            : []);
}
