using MicroCred.App.Identity;
using MicroCred.App.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Operation;

/// <summary>
/// Holds the settings against where the app is, before its first invocation. In Azure it doesn't start where it would hand out documents that
/// nobody has scanned; where nobody can sign in it starts, since the register is for everyone, and says so in the log.
/// </summary>
internal sealed partial class StartCheck(
    IConfiguration configuration, Platform platform, PrincipalTrust trust, ILogger<StartCheck> logger) : IHostedService
{
    /// <exception cref="InvalidOperationException">This is Azure, and documents aren't withheld until they are scanned.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        bool awaitsScan = bool.TryParse(configuration["Documents:AwaitScan"], out bool given) && given;
        if (platform.IsAzure && !awaitsScan)
        {
            throw new InvalidOperationException(
                "Documents__AwaitScan isn't true. In Azure, which this is by Platform__InAzure, documents are withheld until they are scanned: set it to true.");
        }

        if (trust.Doubt is { } why)
        {
            LogNobody(why);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Why}")]
    private partial void LogNobody(string why);
}
