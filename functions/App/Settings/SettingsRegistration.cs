using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Settings;

/// <summary>Binds settings to types. Nothing else reads the configuration.</summary>
internal static class SettingsRegistration
{
    /// <summary>
    /// Binds a type that has a <see cref="SectionAttribute"/>, injected as <see cref="IOptions{T}"/> and validated at start.
    /// </summary>
    public static IServiceCollection AddSettings<T>(this IServiceCollection services)
        where T : class
    {
        services.AddOptions<T>().Configure<IConfiguration>((options, configuration) => Bind(configuration, options));
        services.AddSingleton<IValidateOptions<T>, SettingsRules<T>>();
        services.AddSingleton(new CheckedSettings(provider => _ = provider.GetRequiredService<IOptions<T>>().Value));
        return services;
    }

    /// <summary>Reads settings that decide what is registered, before there is a service provider.</summary>
    public static T Read<T>(IConfiguration configuration)
        where T : class, new()
    {
        T options = new();
        Bind(configuration, options);
        return options;
    }

    private static void Bind<T>(IConfiguration configuration, T options)
        where T : class
    {
        // An empty setting counts as not set.
        IConfiguration given = new ConfigurationBuilder()
            .AddInMemoryCollection(configuration.AsEnumerable().Where(setting => !string.IsNullOrEmpty(setting.Value)))
            .Build();
        var section = SettingNames.SectionOf(typeof(T));
        (section.Length == 0 ? given : given.GetSection(section)).Bind(options);
    }
}
