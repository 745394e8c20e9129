using MicroCred.App.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Notification;

/// <summary>Registers what letters are written and sent by.</summary>
internal static class NotificationRegistration
{
    public static IServiceCollection AddNotification(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<NotificationOptions>().AddSingleton<Letters>();
        return SettingsRegistration.Read<NotificationOptions>(configuration).Smtp.Host.Length > 0
            ? services.AddSingleton<IPostOffice, SmtpPostOffice>()
            : services.AddSingleton<IPostOffice, OutboxFolder>();
    }
}
