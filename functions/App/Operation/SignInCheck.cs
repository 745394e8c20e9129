using MicroCred.App.Identity;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Operation;

/// <summary>
/// Logs, before the first invocation, that nobody can sign in although people should be able to. The app starts all the same, since the
/// register is public.
/// </summary>
internal sealed partial class SignInCheck(PrincipalTrust trust, ILogger<SignInCheck> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
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
