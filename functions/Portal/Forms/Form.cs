using System.Globalization;
using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>
/// A form's fields, as they are kept or as somebody typed them, and what is wrong with them. A field is named as the API names it, such as
/// <c>microCredential.title</c>, so that a finding's field is the form's.
/// </summary>
public sealed record Form(IReadOnlyDictionary<string, IReadOnlyList<string>> Values)
{
    /// <summary>The hidden field with the revision of the application that the form was made from.</summary>
    public const string RevisionField = "revision";

    /// <summary>The hidden field that shows that the form came from a page of ours, made for this person.</summary>
    public const string TokenField = "form-token";

    /// <summary>The hidden field that tells a form that is sent twice.</summary>
    public const string KeyField = "form-key";

    /// <summary>A new form with nothing in it.</summary>
    public static Form Empty => new(new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>What is wrong, in the order of the fields.</summary>
    public IReadOnlyList<FormError> Errors { get; init; } = [];

    /// <summary>The revision of the application that the form is made from; null where it is about none.</summary>
    public int? Revision { get; init; }

    /// <summary>
    /// What is kept now, where somebody else saved while this form was filled in; null otherwise. <see cref="Values"/> is what was typed.
    /// </summary>
    public IReadOnlyList<(string Label, string Value)>? Kept { get; init; }

    /// <summary>The key that tells this form's second sending from another form; a new one for each form.</summary>
    public string Key { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>The form's name on a page with several, which its elements' ids begin with; empty where it is the only one.</summary>
    public string Name { get; init; } = "";

    /// <summary>The id of the form's element, which errors of the whole link to.</summary>
    internal string Id => Name.Length == 0 ? "form" : Name;

    /// <summary>A field's text; empty where it has none.</summary>
    public string this[string field] => All(field) is [var first, ..] ? first : "";

    /// <summary>A form with these fields; null values are left out.</summary>
    public static Form Of(params IEnumerable<(string Field, string? Value)> values) =>
        new(
            values
                .Where(pair => pair.Value is not null)
                .GroupBy(pair => pair.Field, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group.Select(pair => pair.Value!)])
        );

    /// <summary>All values of a field, such as the boxes that are ticked.</summary>
    public IReadOnlyList<string> All(string field) => Values.TryGetValue(field, out var values) ? values : [];

    /// <summary>
    /// The form with findings as errors. Each is at the field that it names, or at the one that this is part of; one of no field of the
    /// form is about the whole.
    /// </summary>
    public Form WithErrors(IEnumerable<Finding> findings) =>
        this with
        {
            Errors =
            [
                .. Errors,
                .. findings.Select(finding => new FormError(FieldOf(finding.Field), $"{finding.Message} {finding.Action}")),
            ],
        };

    /// <summary>The form with an error that is about the whole of it.</summary>
    public Form WithError(string message) => this with { Errors = [.. Errors, new FormError(null, message)] };

    /// <summary>How many rows a list of groups of fields has, such as <c>need.stakeholders</c>.</summary>
    public int Rows(string list) =>
        Values
            .Keys.Where(field => field.StartsWith($"{list}[", StringComparison.Ordinal))
            .Select(field =>
                int.TryParse(field[(list.Length + 1)..].Split(']')[0], CultureInfo.InvariantCulture, out var row) ? row + 1 : 0
            )
            .DefaultIfEmpty()
            .Max();

    /// <summary>The id of a field's element.</summary>
    internal string IdOf(string field) =>
        (Name.Length == 0 ? "" : $"{Name}-") + field.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);

    private string? FieldOf(string name) =>
        Values
            .Keys.Where(field =>
                name.StartsWith(field, StringComparison.Ordinal) && (name.Length == field.Length || name[field.Length] is '[' or '.')
            )
            .MaxBy(field => field.Length);
}
