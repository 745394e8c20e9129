namespace MicroCred.Approval;

/// <summary>Required fields. [Listing Rules 2022 r 6.1]</summary>
internal static class RequiredRules
{
    public static readonly ValidationRule MicroCredential = new(
        "REQ01",
        Severity.Error,
        "The micro-credential is described in full.",
        "Fill it in.",
        submission =>
        {
            var content = submission.MicroCredential;
            return Missing(
                "microCredential",
                [
                    (Text.IsGiven(content.Title), "title", "title"),
                    (content.Level is not null, "level", "level"),
                    (content.Credits is not null, "credits", "number of credits"),
                    (Text.IsGiven(content.Nzsced), "nzsced", "subject"),
                    (content.UseCase is not null, "useCase", "use case"),
                    (Text.IsGiven(content.Purpose), "purpose", "purpose"),
                    (submission.MicroCredential.GivenOutcomes.Count > 0, "outcomes", "learning outcomes"),
                    (content.LearningHours is not null, "learningHours", "number of learning hours"),
                    (content.DeliveryModes is { Count: > 0 }, "deliveryModes", "way of delivery"),
                    (Text.IsGiven(content.EntryRequirements), "entryRequirements", "statement of entry requirements"),
                    (Text.IsGiven(content.Assessment), "assessment", "account of assessment and moderation"),
                    (content.ReviewPeriodYears is not null, "reviewPeriodYears", "review period"),
                ]
            );
        }
    );

    public static readonly ValidationRule Need = new(
        "REQ02",
        Severity.Error,
        "The need for the micro-credential is stated.",
        "Say who needs it, what for, and how you know.",
        submission => Missing("need", [(Text.IsGiven(submission.Need.Statement), "statement", "statement of need")])
    );

    public static readonly ValidationRule Standards = new(
        "REQ03",
        Severity.Error,
        "Every standard used has its number, version, level and credits.",
        "Fill it in as the standard itself has it.",
        submission =>
            submission.MicroCredential.GivenStandards.SelectMany(
                (standard, i) =>
                    Missing(
                        $"microCredential.standards[{i}]",
                        [
                            (standard.Number > 0, "number", "number of the standard"),
                            (standard.Version > 0, "version", "version of the standard"),
                            (standard.Level is { } level && Level.TryCreate(level, out _), "level", "level of the standard"),
                            (standard.Credits > 0, "credits", "number of credits of the standard"),
                        ]
                    )
            )
    );

    public static readonly ValidationRule Partners = new(
        "REQ05",
        Severity.Error,
        "Every partner has its name and kind.",
        "Fill it in, or take the partner out.",
        submission =>
            submission.Application.Content.GivenPartners.SelectMany(
                (partner, i) =>
                    Missing(
                        $"partners[{i}]",
                        [(Text.IsGiven(partner.Name), "name", "name of the partner"), (partner.Kind is not null, "kind", "kind of partner")]
                    )
            )
    );

    public static readonly ValidationRule Urgency = new(
        "REQ04",
        Severity.Warning,
        "Urgency has somebody who asks for it, and a reason.",
        "Say who asks for haste and why, or leave urgency out; until then the application takes its usual time.",
        submission =>
            submission.Application is { Content.Urgency: not null, IsUrgent: false }
                ? [new("urgency", "It doesn't say who asks for haste, or why.")]
                : []
    );

    private static IEnumerable<Found> Missing(string parent, (bool Given, string Field, string Name)[] fields) =>
        from field in fields
        where !field.Given
        select new Found($"{parent}.{field.Field}", $"There is no {field.Name}.");
}
