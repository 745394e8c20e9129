using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Settings;
using Microsoft.Extensions.Options;
using MimeKit;

namespace MicroCred.App.Notification;

/// <summary>Writes letters in plain language.</summary>
internal sealed class Letters(SectorDirectory directory, Site site, IOptions<NotificationOptions> options)
{
    /// <summary>The letter for a notice; null where its recipient isn't known.</summary>
    public MimeMessage? Write(Notice notice)
    {
        if (directory.Address(notice.Envelope.Recipient) is not { } to)
        {
            return null;
        }

        var letter = notice.Write();
        return new MimeMessage(
            [new MailboxAddress("Micro-credential approvals", options.Value.From)],
            [new MailboxAddress(to.Name, to.Email)],
            letter.Subject,
            new TextPart("plain")
            {
                Text = $"""
                Tēnā koe {to.Name},

                {letter.InText(site.Url)}

                Micro-credential: {notice.Envelope.Title}
                Application: {site.Url}/api/applications/{notice.Envelope.Application}
                """,
            }
        )
        {
            // The same notice sent again after a crash carries the same id, which mail systems recognise.
            MessageId = $"{notice.Envelope.Id}@microcred",
        };
    }
}
