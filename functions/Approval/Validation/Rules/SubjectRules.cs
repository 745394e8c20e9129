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
        submission =>
            submission.MicroCredential.Nzsced is { } code && Text.IsGiven(code) && !NzscedCode.IsSixDigits(code)
                ? [new(Field, $"“{code}” is not six digits.")]
                : []
    );

    public static readonly ValidationRule Classified = new(
        "NZSCED02",
        Severity.Error,
        "The subject is in the classification.",
        Action,
        submission =>
            submission.MicroCredential.Nzsced is { } code && NzscedCode.IsSixDigits(code) && !NzscedCode.TryCreate(code, out _)
                ? [new(Field, $"The classification has no field {code[..4]}.")]
                : []
    );
}
