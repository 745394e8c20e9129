using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>The fields that an evaluator may let a provider change with its answer, by section and in plain words.</summary>
internal static class AskedFields
{
    private static readonly (string Pointer, string Label)[] All =
    [
        ("/microCredential/title", "Title"),
        ("/microCredential/useCase", "Main use"),
        ("/commissionedBy", "Commissioned by"),
        ("/universityApproval", "Approved by the university"),
        ("/microCredential/level", "Level"),
        ("/microCredential/degreeLevel", "Degree level"),
        ("/microCredential/credits", "Credits"),
        ("/microCredential/learningHours", "Hours of learning"),
        ("/microCredential/nzsced", "Subject"),
        ("/microCredential/purpose", "Purpose"),
        ("/microCredential/outcomes", "Outcomes"),
        ("/microCredential/standards", "Standards"),
        ("/microCredential/pathways", "Pathways"),
        ("/partners", "Partners"),
        ("/need/statement", "Need"),
        ("/need/stakeholders", "Stakeholders"),
        ("/microCredential/expectedLearnersPerYear", "Learners expected in a year"),
        ("/urgency", "Urgency"),
        ("/microCredential/deliveryModes", "Delivery"),
        ("/microCredential/entryRequirements", "Entry requirements"),
        ("/microCredential/assessment", "Assessment"),
        ("/microCredential/reviewPeriodYears", "Years until it is reviewed"),
        ("/microCredential/languages", "Languages"),
        ("/microCredential/deliverySites", "Where it is taught"),
        ("/microCredential/restrictedTo", "Who may enrol"),
        ("/microCredential/recognitionOfPriorLearning", "Prior learning"),
        ("/microCredential/awardRequires", "Also needed for the award"),
        ("/microCredential/assessorRequirements", "Who may assess"),
        ("/microCredential/moderation", "Moderation"),
        ("/funding", "Funding"),
    ];

    /// <summary>The sections with their fields, each by its JSON pointer and its name.</summary>
    public static IReadOnlyList<(Section Section, IReadOnlyList<(string Pointer, string Label)> Fields)> BySection { get; } =
    [
        .. Section
            .All.Select(section => (section, (IReadOnlyList<(string, string)>)[.. All.Where(field => SectionOf(field.Pointer) == section)]))
            .Where(section => section.Item2.Count > 0),
    ];

    /// <summary>The name of a form's field with the choices of a section.</summary>
    public static string ChoicesOf(Section section) => $"fields-{section.Slug}";

    /// <summary>The pointers that were chosen in a form.</summary>
    public static IReadOnlyList<string> ChosenIn(Form form) => [.. BySection.SelectMany(section => form.All(ChoicesOf(section.Section)))];

    /// <summary>The sections that hold some of the fields.</summary>
    public static IReadOnlyList<Section> SectionsOf(IReadOnlyList<string> pointers) =>
        [
            .. BySection
                .Where(section => section.Fields.Any(field => pointers.Any(pointer => Meet(field.Pointer, pointer))))
                .Select(section => section.Section),
        ];

    /// <summary>A section's fields among some, in words, such as “Title, Main use”.</summary>
    public static string Words(IReadOnlyList<string> pointers, Section? section = null) =>
        string.Join(
            ", ",
            All.Where(field => section is null || SectionOf(field.Pointer) == section)
                .SelectMany(field =>
                    pointers
                        .Where(pointer => Meet(field.Pointer, pointer))
                        .Select(pointer => IsPart(field.Pointer, pointer) ? $"{field.Label} ({JsonPointer.AsField(pointer)})" : field.Label)
                )
                .Distinct()
        );

    private static bool Meet(string field, string pointer) => JsonPointer.Holds(field, pointer) || JsonPointer.Holds(pointer, field);

    private static bool IsPart(string field, string pointer) => pointer != field && JsonPointer.Holds(field, pointer);

    private static Section SectionOf(string pointer) => Section.Of(JsonPointer.AsField(pointer));
}
