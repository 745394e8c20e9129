using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using MicroCred.App.Notices;
using MicroCred.App.Settings;
using MicroCred.Portal;
using Microsoft.Extensions.Options;
using MimeKit;

namespace MicroCred.App.Notification;

/// <summary>Writes letters in plain language, each as plain text and as HTML.</summary>
internal sealed class Letters(Site site, IOptions<NotificationOptions> options)
{
    /// <summary>The letter for a notice.</summary>
    public MimeMessage Write(Notice notice, Recipient to) =>
        Message(
            to.Name,
            to.Email,
            notice.Write().Subject,
            PartsOf(notice),
            to.IsUsual ? notice.Envelope.Id : $"{notice.Envelope.Id}-{HashOf(to.Email)}"
        );

    /// <summary>One letter for several notices.</summary>
    /// <param name="to">Whose digest it is.</param>
    /// <param name="notices">The notices, the first one first.</param>
    /// <param name="hour">When the digest is due, which its id is made of.</param>
    public MimeMessage Digest(DigestItem to, IReadOnlyList<Notice> notices, DateTimeOffset hour) =>
        Message(
            to.Name,
            to.Email,
            notices.Count == 1 ? notices[0].Write().Subject : $"Micro-credential approvals: {notices.Count} notices of the last day",
            notices.SelectMany(notice => PartsOf(notice).Prepend(new LetterPart.Heading(notice.Write().Subject))),
            string.Create(
                CultureInfo.InvariantCulture,
                $"digest-{HashOf(to.Email)}-{hour:yyyyMMddHH}-{HashOf(string.Join(' ', notices.Select(notice => notice.Envelope.Id)))}"
            )
        );

    private static IEnumerable<LetterPart> PartsOf(Notice notice) =>
        [
            .. notice.Write().Parts,
            $"Micro-credential: {notice.Envelope.Title}",
            new LetterPart.Link("Application", $"/applications/{notice.Envelope.Application}"),
        ];

    private MimeMessage Message(string name, string email, string subject, IEnumerable<LetterPart> parts, string id)
    {
        List<LetterPart> all = [$"Tēnā koe {name},", .. parts];
        BodyBuilder body = new()
        {
            TextBody = string.Join("\n\n", all.Select(part => part.InText(site.Url))),
            HtmlBody = Html(subject, all),
        };
        return new MimeMessage(
            [new MailboxAddress("Micro-credential approvals", options.Value.From)],
            [new MailboxAddress(name, email)],
            subject,
            body.ToMessageBody()
        )
        {
            // The same notice sent again after a crash carries the same id, which mail systems recognise.
            MessageId = $"{id}@microcred",
        };
    }

    private string Html(string subject, IEnumerable<LetterPart> parts) =>
        $"""
            <!DOCTYPE html>
            <html lang="en-NZ"><head><meta charset="utf-8"><title>{Encoded(subject)}</title></head><body>
            {string.Join('\n', parts.Select(Html))}
            </body></html>
            """;

    private string Html(LetterPart part) =>
        part switch
        {
            LetterPart.Paragraph(var text) => $"<p>{Encoded(text)}</p>",
            LetterPart.Heading(var text) => $"<h2>{Encoded(text)}</h2>",
            LetterPart.Quotation(var text) => $"<blockquote>{Encoded(text)}</blockquote>",
            LetterPart.Items(var texts) => $"<ul>{string.Concat(texts.Select(text => $"<li>{Encoded(text)}</li>"))}</ul>",
            LetterPart.Link(var text, var path) => $"<p><a href=\"{Encoded(site.Url + path)}\">{Encoded(text)}</a></p>",
            _ => throw new InvalidOperationException($"Nothing is known of a {part.GetType().Name}."),
        };

    private static string Encoded(string text) =>
        WebUtility.HtmlEncode(text.ReplaceLineEndings("\n")).Replace("\n", "<br>", StringComparison.Ordinal);

    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToUpperInvariant())).AsSpan(0, 4));
}
