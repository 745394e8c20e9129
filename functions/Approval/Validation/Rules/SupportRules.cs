namespace MicroCred.Approval;

/// <summary>Support for the micro-credential.</summary>
internal static class SupportRules
{
    public static readonly ValidationRule Letter = new(
        "LETTER01",
        Severity.Warning,
        "There is a support letter from the standard-setting body, where the edition of the rules asks for one.",
        "Upload the letter; where the body declined, say so in the evidence of need and apply all the same.",
        submission =>
            submission is { Edition.SupportLetterAsked: true, Application.Provider.Type: not ProviderType.IndustrySkillsBoard }
            && !submission.Has(DocumentKind.SupportLetter)
                ? [new("documents", $"There is no support letter from the {submission.Edition.StandardSettingBody}.")]
                : []
    );

    public static readonly ValidationRule Stakeholders = new(
        "STAKE01",
        Severity.Warning,
        "At least two kinds of stakeholder were consulted.",
        "Consult someone of another kind, such as learners beside employers.",
        submission =>
            KindsOf(submission.Need.GivenStakeholders) switch
            {
                0 => [new("need.stakeholders", "Nobody was consulted.")],
                1 => [new("need.stakeholders", "Only one kind of stakeholder was consulted.")],
                _ => [],
            }
    );

    private static int KindsOf(IEnumerable<StakeholderContent> stakeholders) =>
        stakeholders.Select(stakeholder => stakeholder.Kind).OfType<StakeholderKind>().Distinct().Count();
}
