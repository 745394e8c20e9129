using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using MicroCred.App.Notices;
using MicroCred.App.Settings;
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
            [.. Paragraphs(notice)],
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
            [.. notices.SelectMany(notice => Paragraphs(notice).Prepend(notice.Write().Subject))],
            string.Create(CultureInfo.InvariantCulture, $"digest-{HashOf(to.Email)}-{hour:yyyyMMddHH}")
        );

    private IEnumerable<string> Paragraphs(Notice notice) =>
        [
            .. notice.Write().Text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries),
            $"Micro-credential: {notice.Envelope.Title}\nApplication: {site.Url}/applications/{notice.Envelope.Application}",
        ];

    private MimeMessage Message(string name, string email, string subject, IReadOnlyList<string> paragraphs, string id)
    {
        var all = paragraphs.Prepend($"Tēnā koe {name},").ToList();
        BodyBuilder body = new() { TextBody = string.Join("\n\n", all), HtmlBody = Html(subject, all) };
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

    private string Html(string subject, IEnumerable<string> paragraphs) =>
        $"""
            <!DOCTYPE html>
            <html lang="en-NZ"><head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(subject)}</title></head><body>
            {string.Join('\n', paragraphs.Select(paragraph => $"<p>{string.Join("<br>", paragraph.Split('\n').Select(Linked))}</p>"))}
            </body></html>
            """;

    /// <summary>A line, with what leads to this site as a link.</summary>
    private string Linked(string line) =>
        line.IndexOf($"{site.Url}/", StringComparison.Ordinal) is >= 0 and var at
            ? $"{WebUtility.HtmlEncode(line[..at])}<a href=\"{WebUtility.HtmlEncode(line[at..])}\">{WebUtility.HtmlEncode(line[at..])}</a>"
            : WebUtility.HtmlEncode(line);

    private static string HashOf(string email) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email.ToUpperInvariant())).AsSpan(0, 4));
}
