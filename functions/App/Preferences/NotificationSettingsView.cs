using MicroCred.App.Notification;
using MicroCred.Approval;

namespace MicroCred.App.Preferences;

/// <summary>Where and when somebody gets notices by e-mail, as HTTP clients read it.</summary>
/// <param name="Email">The address; null where none is known.</param>
/// <param name="Kinds">When, for every kind of notice that may come to them.</param>
internal sealed record NotificationSettingsView(string? Email, IReadOnlyDictionary<string, Delivery> Kinds);

/// <summary>What is to change of them; what is left out stays.</summary>
/// <param name="Email">The address; null for the one that the directory has.</param>
/// <param name="Kinds">When, for these kinds of notices.</param>
internal sealed record NotificationSettingsChanges(
    [property: TextLimit(TextLimit.Title)] string? Email = NotificationSettingsChanges.AsItIs,
    IReadOnlyDictionary<string, Delivery>? Kinds = null
)
{
    /// <summary>The address where it is left out: null is a value of its own.</summary>
    internal const string AsItIs = "\0";
}
