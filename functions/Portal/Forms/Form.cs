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

    /// <summary>
    /// The form with what is wrong with the whole of it told at one field, where it has but one that matters. That something else was saved
    /// meanwhile stays about the whole.
    /// </summary>
    public Form At(string field) =>
        Kept is null ? this with { Errors = [.. Errors.Select(error => error with { Field = error.Field ?? field })] } : this;

    /// <summary>
    /// The form as it was typed; where something else was saved since it was made, with what is kept now, and ready to replace that.
    /// </summary>
    /// <param name="revision">The revision that is kept now.</param>
    /// <param name="kept">What is kept now, by label.</param>
    public Form Against(int revision, IReadOnlyList<(string Label, string Value)> kept) =>
        Revision is null || Revision == revision ? this : this with { Revision = revision, Kept = kept };

    /// <summary>The form with an error that is about the whole of it.</summary>
    public Form WithError(string message) => this with { Errors = [.. Errors, new FormError(null, message)] };

    /// <summary>How many rows a list of groups of fields has, such as <c>need.stakeholders</c>.</summary>
    public int Rows(string list) => RowsOf(list).Select(row => row.Number + 1).DefaultIfEmpty().Max();

    /// <summary>
    /// The form with those of a list's rows that say anything, numbered from 0 without gaps, as they are kept: so a finding's field is the
    /// form's. Of more than a list may have, one is left, for the rules to refuse.
    /// </summary>
    public Form WithRows(string list)
    {
        var rows = RowsOf(list).Where(row => row.Fields.Any(field => All(field).Any(Text.IsGiven))).Take(ListLimitAttribute.Items + 1);
        var others = Values.Where(field => !field.Key.StartsWith($"{list}[", StringComparison.Ordinal));
        var renumbered = rows.SelectMany(
            (row, number) =>
                row.Fields.Select(field => KeyValuePair.Create($"{list}[{number}]{field[field.IndexOf(']')..][1..]}", All(field)))
        );
        return this with { Values = others.Concat(renumbered).ToDictionary(StringComparer.Ordinal) };
    }

    /// <summary>The id of a field's element.</summary>
    internal string IdOf(string field) =>
        (Name.Length == 0 ? "" : $"{Name}-") + field.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);

    /// <summary>A list's rows in their order, each with its fields.</summary>
    private IEnumerable<(int Number, IReadOnlyList<string> Fields)> RowsOf(string list) =>
        Values
            .Keys.Where(field => field.StartsWith($"{list}[", StringComparison.Ordinal))
            .Select(field => (Number: RowOf(field[(list.Length + 1)..]), Field: field))
            .Where(field => field.Number is not null)
            .GroupBy(field => field.Number!.Value, field => field.Field)
            .OrderBy(row => row.Key)
            .Select(row => (row.Key, (IReadOnlyList<string>)[.. row]));

    /// <summary>The number of a row, of which there are a few hundred at most; null where it is none.</summary>
    private static int? RowOf(string rest) =>
        rest.IndexOf(']') is > 0 and <= 3 and var end
        && int.TryParse(rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? row
            : null;

    private string? FieldOf(string name) =>
        Values
            .Keys.Where(field =>
                name.StartsWith(field, StringComparison.Ordinal) && (name.Length == field.Length || name[field.Length] is '[' or '.')
            )
            .MaxBy(field => field.Length);
}
