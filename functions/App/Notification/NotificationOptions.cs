using System.ComponentModel.DataAnnotations;
using MicroCred.App.Settings;

namespace MicroCred.App.Notification;

/// <summary>How letters are sent.</summary>
[Section("Notifications")]
internal sealed class NotificationOptions
{
    /// <summary>The sender.</summary>
    [EmailAddress(ErrorMessage = "Give an e-mail address.")]
    public string From { get; init; } = "no-reply@microcred.example";

    /// <summary>The folder for letters where no server is configured.</summary>
    public string OutboxPath { get; init; } = Path.Combine(".local", "outbox");

    /// <summary>The hour of the day, in Pacific/Auckland, at which digests are sent.</summary>
    [Range(0, 23)]
    public int DigestHour { get; init; } = 7;

    public SmtpOptions Smtp { get; init; } = new();
}
