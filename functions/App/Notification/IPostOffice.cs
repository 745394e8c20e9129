using MimeKit;

namespace MicroCred.App.Notification;

/// <summary>Gets letters to people: by SMTP where that is configured, else into a folder where a developer can read them.</summary>
internal interface IPostOffice
{
    /// <summary>Sends a letter, or throws so that it's tried again.</summary>
    Task SendAsync(MimeMessage letter, CancellationToken cancellationToken);
}
