using Microsoft.AspNetCore.Components;

namespace MicroCred.Portal;

/// <summary>What all fields of a form have.</summary>
public abstract class Field : ComponentBase
{
    /// <summary>The form.</summary>
    [Parameter, EditorRequired]
    public required Form Form { get; set; }

    /// <summary>The field's name in it.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>What it asks for.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The rule's own limits, or an example; null for none.</summary>
    [Parameter]
    public string? Hint { get; set; }

    internal string Id => Form.IdOf(Name);

    internal string HintId => $"{Id}-hint";

    internal string ErrorId => $"{Id}-error";

    internal IReadOnlyList<FormError> Errors => [.. Form.Errors.Where(error => error.Field == Name)];

    internal string? DescribedBy =>
        string.Join(' ', new[] { Hint is null ? null : HintId, Errors.Count == 0 ? null : ErrorId }.OfType<string>()) is { Length: > 0 } ids
            ? ids
            : null;

    internal string? Invalid => Errors.Count == 0 ? null : "true";

    internal string WithError(string cssClass) => Errors.Count == 0 ? cssClass : $"{cssClass} {cssClass}--error";
}
