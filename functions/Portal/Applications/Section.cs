using System.Globalization;
using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>
/// One page of an application's form: its fields, how they are read into the application's content, and how the answers read.
/// </summary>
/// <param name="slug">Its name in the page's address.</param>
/// <param name="title">Its heading.</param>
/// <param name="component">The component with its fields.</param>
/// <param name="fields">The fields of the content that it has; findings that name these, or parts of these, are its own.</param>
public abstract class Section(string slug, string title, Type component, params IReadOnlyList<string> fields)
{
    /// <summary>All of them, in the order in which they are best filled in.</summary>
    public static IReadOnlyList<Section> All { get; } =
    [
        new AboutSection(),
        new LevelSection(),
        new SubjectSection(),
        new PurposeSection(),
        new StandardsSection(),
        new PathwaysSection(),
        new NeedSection(),
        new DeliverySection(),
        new DocumentsSection(),
        new FundingSection(),
    ];

    /// <summary>Its name in the page's address.</summary>
    public string Slug { get; } = slug;

    /// <summary>Its heading.</summary>
    public string Title { get; } = title;

    internal Type Component { get; } = component;

    /// <summary>The section of this name; null where there is none.</summary>
    public static Section? Find(string slug) => All.FirstOrDefault(section => section.Slug == slug);

    /// <summary>The section with a finding's field; the first where none has it.</summary>
    public static Section Of(string field) =>
        All.Where(section => section.Owns(field)).MaxBy(section => section.LongestMatch(field)) ?? All[0];

    /// <summary>The section that comes after this; null after the last.</summary>
    public Section? Next => All.SkipWhile(section => section != this).Skip(1).FirstOrDefault();

    /// <summary>The fields as they are kept.</summary>
    public abstract Form FormOf(ApplicationContent content);

    /// <summary>The form as it was sent, put in order for reading.</summary>
    public virtual Form Arranged(Form sent) => sent;

    /// <summary>The content with this section's fields as the form has them.</summary>
    public abstract ApplicationContent Read(ApplicationContent content, FormReader form);

    /// <summary>The answers as people read them, by what was asked; an empty one where nothing was answered.</summary>
    public abstract IEnumerable<(string Label, string Value)> Answers(ApplicationContent content);

    /// <summary>Whether anything of it was answered.</summary>
    public bool IsBegun(ApplicationContent content) => Answers(content).Any(answer => answer.Value.Length > 0);

    internal static string Words(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    internal static string Words(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    internal static string Words(bool? answer) =>
        answer switch
        {
            true => "Yes",
            false => "No",
            null => "",
        };

    private bool Owns(string field) => LongestMatch(field) > 0;

    private int LongestMatch(string field) =>
        fields
            .Where(own =>
                field.StartsWith(own, StringComparison.Ordinal) && (field.Length == own.Length || field[own.Length] is '.' or '[')
            )
            .Select(own => own.Length)
            .DefaultIfEmpty()
            .Max();
}
