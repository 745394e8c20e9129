using Microsoft.Extensions.Options;
using MimeKit;

namespace MicroCred.App.Notification;

/// <summary>Writes each letter as an <c>.eml</c> file named after its notice, so that a letter sent twice is there once.</summary>
internal sealed class OutboxFolder(IOptions<NotificationOptions> options) : IPostOffice
{
    private readonly string _folder = Path.GetFullPath(options.Value.OutboxPath);

    public async Task SendAsync(MimeMessage letter, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_folder);
        var name = letter.MessageId!.Split('@')[0];
        var unfinished = Path.Combine(_folder, $".{name}-{Guid.NewGuid():N}");
        await letter.WriteToAsync(unfinished, cancellationToken);
        File.Move(unfinished, Path.Combine(_folder, $"{name}.eml"), overwrite: true);
    }
}
