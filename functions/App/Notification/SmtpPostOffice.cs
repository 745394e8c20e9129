using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace MicroCred.App.Notification;

/// <summary>Hands letters to the SMTP server of <c>Notifications__Smtp__*</c>, over TLS unless a loopback server is named.</summary>
internal sealed class SmtpPostOffice(IConfiguration configuration) : IPostOffice
{
    public async Task Send(MimeMessage letter, CancellationToken cancel)
    {
        string host = configuration["Notifications:Smtp:Host"]!;
        using SmtpClient client = new();
        await client.ConnectAsync(
            host,
            configuration.GetValue("Notifications:Smtp:Port", 587),
            host is "localhost" or "127.0.0.1" ? SecureSocketOptions.None : SecureSocketOptions.StartTls,
            cancel);
        if (configuration["Notifications:Smtp:User"] is { Length: > 0 } user)
        {
            await client.AuthenticateAsync(user, configuration["Notifications:Smtp:Password"] ?? "", cancel);
        }

        await client.SendAsync(letter, cancel);
        await client.DisconnectAsync(quit: true, cancel);
    }
}
