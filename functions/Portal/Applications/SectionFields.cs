using MicroCred.Approval;
using Microsoft.AspNetCore.Components;

namespace MicroCred.Portal;

/// <summary>The fields of a section.</summary>
public abstract class SectionFields : ComponentBase
{
    internal static readonly (string, string)[] YesOrNo = [("Yes", "Yes"), ("No", "No")];

    /// <summary>The fields' values.</summary>
    [Parameter, EditorRequired]
    public required Form Form { get; set; }

    /// <summary>The edition of the rules whose limits the hints give.</summary>
    [Parameter, EditorRequired]
    public required RuleEdition Edition { get; set; }
}
