namespace MicroCred.App.Notification;

/// <summary>Where and when somebody gets notices by e-mail.</summary>
/// <param name="Email">The address; null for the directory's.</param>
/// <param name="Kinds">When, by kind; at once where nothing is said.</param>
internal sealed record NotificationSettings(string? Email, IReadOnlyDictionary<string, Delivery> Kinds)
{
    /// <summary>What somebody has who never said anything.</summary>
    public static NotificationSettings Usual { get; } = new(null, new Dictionary<string, Delivery>());

    public Delivery Of(string kind) => Kinds.GetValueOrDefault(kind, Delivery.AtOnce);
}
