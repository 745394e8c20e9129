using MicroCred.App.Identity;
using MicroCred.App.Settings;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace MicroCred.App.Notification;

/// <summary>Makes the text of what people are told, in plain language.</summary>
internal sealed class Letters(SectorDirectory directory, Site site, IConfiguration configuration)
{
    private readonly string _from = configuration["Notifications:From"] ?? "no-reply@microcred.example";

    /// <summary>The letter for a notice; null where its recipient isn't known.</summary>
    public MimeMessage? Write(Notice notice)
    {
        if (directory.Address(notice.Recipient) is not { } to)
        {
            return null;
        }

        (string subject, string text) = LetterTexts.Of(notice);
        return new MimeMessage(
            [new MailboxAddress("Micro-credential approvals", _from)],
            [new MailboxAddress(to.Name, to.Email)],
            subject,
            new TextPart("plain")
            {
                Text = $"""
                    Tēnā koe {to.Name},

                    {text}

                    Micro-credential: {notice.Title}
                    Application: {site.Url}/api/applications/{notice.Application}
                    """,
            })
        {
            // The same notice sent again after a crash carries the same id, which mail systems recognise.
            MessageId = $"{notice.Id}@microcred",
        };
    }
}
