namespace MicroCred.Approval;

/// <summary>
/// Which criteria an application is judged by: all of them for a new micro-credential; for a change those that what differs belongs to; for
/// an accreditation those of delivery, since the entry's content stands.
/// </summary>
public static class EvaluationScope
{
    private static readonly IReadOnlyList<int> OfAccreditation = [3, 4, 6];

    /// <summary>The criterion that each part of the body belongs to; a part that isn't named belongs to what it is beneath.</summary>
    private static readonly IReadOnlyList<(string Field, int Criterion)> Fields =
    [
        ("/need", 1),
        ("/microCredential/useCase", 1),
        ("/microCredential/deliveryModes", 3),
        ("/microCredential/deliverySites", 3),
        ("/microCredential/languages", 3),
        ("/microCredential/expectedLearnersPerYear", 4),
        ("/partners", 4),
        ("/commissionedBy", 4),
        ("/microCredential/entryRequirements", 5),
        ("/microCredential/recognitionOfPriorLearning", 5),
        ("/microCredential/awardRequires", 5),
        ("/microCredential/restrictedTo", 5),
        ("/microCredential/assessment", 6),
        ("/microCredential/assessorRequirements", 6),
        ("/microCredential/moderation", 6),
        ("/microCredential/reviewPeriodYears", 7),
        ("/microCredential", 2),
    ];

    /// <summary>
    /// The numbers of the criteria by which an application is judged; null for all of its edition.
    /// </summary>
    /// <param name="application">The application.</param>
    /// <param name="present">What the entry has now, for a change; null where that isn't known.</param>
    public static IReadOnlyList<int>? Of(Application application, VersionContent? present)
    {
        ArgumentNullException.ThrowIfNull(application);
        return application.Content.Type switch
        {
            ApplicationType.Accreditation => OfAccreditation,
            ApplicationType.Change when present is not null =>
            [
                .. Differences(present, application).Select(CriterionOf).OfType<int>().Distinct().Order(),
            ],
            _ => null,
        };
    }

    /// <summary>
    /// What differs between what an entry has now and a change of it: fields of the body, and documents by their kind. What an application
    /// says of itself, its type and urgency, is no difference.
    /// </summary>
    public static IReadOnlyList<FieldChange> Differences(VersionContent present, Application change)
    {
        ArgumentNullException.ThrowIfNull(present);
        var now = VersionContent.Of(change);
        return
        [
            .. ContentFields.Between(Compared(present.Content), Compared(now.Content)),
            .. Enum.GetValues<DocumentKind>()
                .Select(kind => (Kind: kind, Before: FilesOf(present, kind), After: FilesOf(now, kind)))
                .Where(kind => !kind.Before.Order().SequenceEqual(kind.After.Order()))
                .Select(kind => new FieldChange(
                    $"/documents/{kind.Kind}",
                    ContentFields.NodeOf(NamesOf(present, kind.Kind)),
                    ContentFields.NodeOf(NamesOf(now, kind.Kind))
                )),
        ];
    }

    /// <summary>A content without what an application says of itself, and with its ways of delivery in one order, whichever they came in.</summary>
    private static ApplicationContent Compared(ApplicationContent content) =>
        content with
        {
            Type = ApplicationType.Change,
            Urgency = null,
            RegisterNumber = null,
            MicroCredential = content.MicroCredential is { DeliveryModes: { } modes } micro
                ? micro with
                {
                    DeliveryModes = [.. modes.Order()],
                }
                : content.MicroCredential,
        };

    private static int? CriterionOf(FieldChange change) =>
        change.Path switch
        {
            $"/documents/{nameof(DocumentKind.EvidenceOfNeed)}" or $"/documents/{nameof(DocumentKind.SupportLetter)}" => 1,
            $"/documents/{nameof(DocumentKind.Curriculum)}" => 2,
            $"/documents/{nameof(DocumentKind.AssessmentPlan)}" => 6,
            $"/documents/{nameof(DocumentKind.Other)}" => 4,
            var path => Fields.Where(field => JsonPointer.Holds(field.Field, path)).Select(field => (int?)field.Criterion).FirstOrDefault(),
        };

    private static IEnumerable<string> FilesOf(VersionContent version, DocumentKind kind) =>
        version.Documents.Where(document => document.Kind == kind).Select(document => document.Sha256);

    private static IReadOnlyList<string> NamesOf(VersionContent version, DocumentKind kind) =>
        [.. version.Documents.Where(document => document.Kind == kind).Select(document => document.FileName)];
}
