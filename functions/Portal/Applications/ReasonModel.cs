namespace MicroCred.Portal;

/// <summary>A page that asks whether to do something, and mostly why.</summary>
/// <param name="Form">Its form.</param>
/// <param name="Title">What it does.</param>
/// <param name="Explanation">What comes of it.</param>
/// <param name="Field">The field with the reason, or the answer; null where none is asked for.</param>
/// <param name="Label">What that field asks for.</param>
/// <param name="Button">The text on the button.</param>
/// <param name="Back">Where to go back to.</param>
public sealed record ReasonModel(Form Form, string Title, string Explanation, string? Field, string Label, string Button, string Back)
    : PageModel(typeof(ReasonPage))
{
    /// <summary>Where something can be done first, by address and text.</summary>
    public IReadOnlyList<(string Address, string Text)> More { get; init; } = [];

    /// <summary>Whether the field is a day.</summary>
    public bool IsDay { get; init; }

    /// <summary>Whether it can't be done any more, so that there is no form.</summary>
    public bool IsOver { get; init; }

    /// <summary>What is asked, in the words of whoever asked; null where nobody did.</summary>
    public string? Asked { get; init; }

    /// <summary>
    /// For a field that isn't the reason itself, what the field <see cref="WhyField"/> asks for, and what to do where it is missing;
    /// without the latter it may be left empty. Null where there is no such field.
    /// </summary>
    public (string Label, string? Missing)? Why { get; init; }

    /// <summary>The field with the reason beside another field.</summary>
    public const string WhyField = "reason";

    /// <summary>The choices that the field has, by value and text; null where it is a text.</summary>
    public IReadOnlyList<(string Value, string Text)>? Choices { get; init; }
}
