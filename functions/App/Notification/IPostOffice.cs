using MimeKit;

namespace MicroCred.App.Notification;

/// <summary>Delivers letters: by SMTP where that is configured, otherwise into a folder where a developer can read them.</summary>
internal interface IPostOffice
{
    /// <summary>Sends a letter, or throws so that it's retried.</summary>
    Task SendAsync(MimeMessage letter, CancellationToken cancellationToken);
}
