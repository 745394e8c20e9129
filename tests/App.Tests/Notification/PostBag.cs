using MicroCred.App.Notification;
using MimeKit;

namespace MicroCred.App.Tests.Notification;

/// <summary>Keeps letters for a test to read.</summary>
internal sealed class PostBag : IPostOffice
{
    public List<MimeMessage> Letters { get; } = [];

    /// <summary>Whether the next letter can't be sent.</summary>
    public bool IsClosed { get; set; }

    public Task SendAsync(MimeMessage letter, CancellationToken cancellationToken)
    {
        if (IsClosed)
        {
            throw new IOException("The post office is closed.");
        }

        Letters.Add(letter);
        return Task.CompletedTask;
    }
}
