using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Preferences;

internal static class PreferencesRegistration
{
    public static IServiceCollection AddPreferences(this IServiceCollection services) => services.AddSingleton<OwnNotificationSettings>();
}
