using MicroCred.App.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Notification;

internal static class NotificationRegistration
{
    public static IServiceCollection AddNotification(this IServiceCollection services) =>
        services
            .AddSettings<NotificationOptions>()
            .AddSingleton<Letters>()
            .AddSingleton<NotificationSettingsStore>()
            .AddSingleton<Recipients>()
            .AddSingleton<Digests>()
            .AddSingleton(PostOffice);

    private static IPostOffice PostOffice(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<NotificationOptions>>();
        return options.Value.Smtp.Host.Length > 0 ? new SmtpPostOffice(options) : new OutboxFolder(options);
    }
}
