using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>The page that begins an application.</summary>
/// <param name="Form">Its form.</param>
/// <param name="Heading">What it begins.</param>
/// <param name="Words">What the provider should know before.</param>
/// <param name="Button">What its button does.</param>
public sealed record NewApplicationModel(Form Form, string Heading, string Words, string Button) : PageModel(typeof(NewApplicationPage))
{
    /// <summary>Whether it asks for a title: only one that begins with nothing in it.</summary>
    public bool AsksTitle { get; init; }

    /// <summary>A new micro-credential.</summary>
    public static NewApplicationModel Empty { get; } =
        new(
            Form.Empty,
            "Start a new application",
            "An application has ten short pages. You can save each one, leave, and come back whenever you like.",
            "Start"
        )
        {
            AsksTitle = true,
        };

    /// <summary>A copy of another application.</summary>
    public static NewApplicationModel Copy(Application original) =>
        new(
            Form.Empty,
            "Copy an application",
            $"The copy has all answers of “{Labels.TitleOf(original)}”, and none of its documents. You change it before you submit it.",
            "Make the copy"
        );

    /// <summary>A change of an entry.</summary>
    public static NewApplicationModel Change(RegisterEntry entry) =>
        new(
            Form.Empty,
            $"Change number {entry.Number}",
            $"The application has all answers that “{entry.Title}” has now. Change what is to be another, and upload its documents. "
                + "Only what differs is evaluated; until then the register shows what it has now.",
            "Start the change"
        );

    /// <summary>The accreditation to deliver an entry.</summary>
    public static NewApplicationModel Deliver(RegisterEntry entry) =>
        new(
            Form.Empty,
            $"Apply to deliver number {entry.Number}",
            $"“{entry.Title}” was developed by {entry.Developer.Name}. You say how, where and in which languages you deliver it, and how "
                + "you assess it; its content stands as it is.",
            "Start"
        );
}
