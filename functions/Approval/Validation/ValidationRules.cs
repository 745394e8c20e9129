namespace MicroCred.Approval;

/// <summary>Every automatic check, in the order in which findings are shown. To add a rule, add a row.</summary>
public static class ValidationRules
{
    /// <summary>The table of rules.</summary>
    public static IReadOnlyList<ValidationRule> All { get; } =
    [
        EntryRules.Accreditable, // TYPE01
        EntryRules.Named, // REG01
        EntryRules.Listed, // REG02
        EntryRules.Developers, // REG03
        EntryRules.NotDelivering, // REG04
        EntryRules.OneAtATime, // REG05
        EntryRules.Differs, // REG06
        RequiredRules.MicroCredential, // REQ01
        RequiredRules.Need, // REQ02
        RequiredRules.Standards, // REQ03
        RequiredRules.Urgency, // REQ04, a warning
        RequiredRules.Partners, // REQ05
        CreditRules.LevelOnFramework, // LEVEL01
        WordingRules.FitsLevel, // LEVEL02, a warning
        CreditRules.WithinEdition, // CRED01
        CreditRules.HoursNearCredits, // HOURS01, a warning
        CreditRules.HoursFarFromCredits, // HOURS02
        SubjectRules.SixDigits, // NZSCED01
        SubjectRules.Classified, // NZSCED02
        ReviewRules.PeriodOfEdition, // REVIEW01
        StandardRules.CreditsFit, // STD01
        StandardRules.LevelFits, // STD02
        StandardRules.NoneTwice, // STD03
        PathwayRules.Complete, // PATH01
        PathwayRules.TargetListed, // PATH02
        PathwayRules.PartFits, // PATH03
        PathwayRules.StackAddsUp, // PATH04, a warning
        LanguageRules.AreTags, // LANG01
        LearnerRules.ExpectedIsNumber, // LEARN01
        LearnerRules.EarlyLearnersRecognised, // RPL01, a warning
        UniversityRules.OnlyUniversities, // UNI01
        UniversityRules.OnRecord, // UNI02, a warning
        FundingFactRules.FeeIsMoney, // FEE01
        DuplicateRules.NotListed, // DUP01
        DuplicateRules.NotClose, // DUP02, a warning
        DuplicateRules.NotUnderWay, // DUP03, a warning
        TitleRules.NoQualification, // TITLE01, a warning
        TitleRules.NoName, // TITLE02, a warning
        SupportRules.Letter, // LETTER01, a warning
        SupportRules.Stakeholders, // STAKE01, a warning
        DocumentRules.Complete, // DOC01
        DocumentRules.Readable, // DOC02
        DocumentRules.NotEncrypted, // DOC03
        DocumentRules.NotMalicious, // DOC04
        DocumentRules.OfItsType, // DOC05
        DocumentRules.Kept, // DOC06
    ];
}
