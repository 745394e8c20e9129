using System.Globalization;
using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>Reads a posted form's fields as values, and notes what isn't of its type. A field left empty is null.</summary>
public sealed class FormReader(Form form)
{
    private readonly List<FormError> _errors = [];

    /// <summary>The form with what is wrong noted.</summary>
    public Form Form => form with { Errors = [.. form.Errors, .. _errors] };

    /// <summary>Whether every field was of its type.</summary>
    public bool IsGood => _errors.Count == 0;

    /// <summary>A text, without the spaces around it.</summary>
    public string? Text(string field) => form[field].ReplaceLineEndings("\n").Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A text that has to be given; empty where it isn't.</summary>
    /// <param name="field">The field.</param>
    /// <param name="missing">What to do where it is missing.</param>
    public string Given(string field, string missing)
    {
        if (Text(field) is { } text && Approval.Text.IsGiven(text))
        {
            return text;
        }

        _errors.Add(new FormError(field, missing));
        return "";
    }

    /// <summary>One of an enum's names that has to be chosen.</summary>
    /// <param name="field">The field.</param>
    /// <param name="label">What the field is called on the page.</param>
    public T Chosen<T>(string field, string label)
        where T : struct, Enum => ChoiceOf<T>(form[field], field, label) ?? default;

    /// <summary>A text with one item a line, such as the outcomes.</summary>
    public IReadOnlyList<string>? Lines(string field) =>
        form.All(field)
            .SelectMany(text =>
                text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            )
            .ToList()
            is { Count: > 0 } lines
            ? lines
            : null;

    /// <param name="field">The field.</param>
    /// <param name="label">What the field is called on the page.</param>
    public int? Whole(string field, string label)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        _errors.Add(new FormError(field, $"{label} must be a whole number, like 20."));
        return null;
    }

    /// <summary>A day, as 2026-03-01 or 1/3/2026.</summary>
    /// <param name="field">The field.</param>
    /// <param name="label">What the field is called on the page.</param>
    public DateOnly? Day(string field, string label)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        _errors.Add(new FormError(field, $"{label} must be a date, like 2026-03-01 or 1/3/2026."));
        return null;
    }

    /// <summary>A day that has to be given; the calendar's first where it isn't.</summary>
    /// <param name="field">The field.</param>
    /// <param name="label">What the field is called on the page.</param>
    public DateOnly GivenDay(string field, string label)
    {
        if (Text(field) is null)
        {
            _errors.Add(new FormError(field, $"{label}: give a date, like 2026-03-01 or 1/3/2026."));
        }

        return Day(field, label) ?? default;
    }

    /// <summary>A level that has to be chosen.</summary>
    /// <param name="field">The field.</param>
    /// <param name="label">What the field is called on the page.</param>
    public Level Level(string field, string label)
    {
        if (Approval.Level.TryCreate(Whole(field, label) ?? 0, out var level))
        {
            return level;
        }

        _errors.Add(new FormError(field, $"{label}: choose a level."));
        return Approval.Level.Create(Approval.Level.Minimum);
    }

    /// <summary>A provider's number, one of a field with several.</summary>
    /// <param name="text">The number.</param>
    /// <param name="field">The field.</param>
    public ProviderNumber? Number(string text, string field)
    {
        if (ProviderNumber.TryCreate(text, out var number))
        {
            return number;
        }

        _errors.Add(new FormError(field, $"{text} is no provider’s number. It has four digits."));
        return null;
    }

    /// <param name="field">The field.</param>
    /// <param name="label">What the field is called on the page.</param>
    public decimal? Money(string field, string label)
    {
        if (Text(field)?.TrimStart('$') is not { } text)
        {
            return null;
        }

        if (
            decimal.TryParse(
                text,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var amount
            )
        )
        {
            return amount;
        }

        _errors.Add(new FormError(field, $"{label} must be an amount in dollars, like 60 or 60.50."));
        return null;
    }

    /// <summary>One of an enum's names.</summary>
    /// <param name="field">The field.</param>
    /// <param name="label">What the field is called on the page.</param>
    public T? Choice<T>(string field, string label)
        where T : struct, Enum => Text(field) is { } text ? ChoiceOf<T>(text, field, label) : null;

    /// <summary>Those of an enum's names that are ticked.</summary>
    /// <param name="field">The field.</param>
    /// <param name="label">What the field is called on the page.</param>
    public IReadOnlyList<T>? Choices<T>(string field, string label)
        where T : struct, Enum =>
        form.All(field).Where(text => text.Length > 0).ToList() is { Count: > 0 } names
            ? [.. names.Select(name => ChoiceOf<T>(name, field, label)).OfType<T>()]
            : null;

    /// <summary>Yes or no.</summary>
    /// <param name="field">The field.</param>
    /// <param name="label">What the field is called on the page.</param>
    public bool? YesNo(string field, string label) => Choice<Answer>(field, label) is { } answer ? answer is Answer.Yes : null;

    private T? ChoiceOf<T>(string name, string field, string label)
        where T : struct, Enum
    {
        if (EnumNames.TryParse<T>(name, out var value))
        {
            return value;
        }

        _errors.Add(new FormError(field, $"{label}: choose one of the answers."));
        return null;
    }

    private enum Answer
    {
        Yes,
        No,
    }
}
