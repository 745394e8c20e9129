using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace MicroCred.App.Notification;

/// <summary>Sends letters to the SMTP server of <c>Notifications__Smtp__*</c>, over TLS unless it is a loopback server.</summary>
internal sealed class SmtpPostOffice(IOptions<NotificationOptions> options) : IPostOffice
{
    public async Task SendAsync(MimeMessage letter, CancellationToken cancellationToken)
    {
        var server = options.Value.Smtp;
        using SmtpClient client = new();
        await client.ConnectAsync(
            server.Host,
            server.Port,
            server.Host is "localhost" or "127.0.0.1" ? SecureSocketOptions.None : SecureSocketOptions.StartTls,
            cancellationToken
        );
        if (server.User.Length > 0)
        {
            await client.AuthenticateAsync(server.User, server.Password, cancellationToken);
        }

        await client.SendAsync(letter, cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }
}
