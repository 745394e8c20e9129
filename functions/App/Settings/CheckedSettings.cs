namespace MicroCred.App.Settings;

/// <summary>Settings that are validated at start by reading them.</summary>
internal sealed record CheckedSettings(Action<IServiceProvider> Read);
