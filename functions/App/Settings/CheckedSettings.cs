namespace MicroCred.App.Settings;

/// <summary>Settings that are checked at start, by being read.</summary>
internal sealed record CheckedSettings(Action<IServiceProvider> Read);
