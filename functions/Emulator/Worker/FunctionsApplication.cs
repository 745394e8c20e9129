namespace MicroCred.Emulator.Worker;

/// <summary>Where a function app begins.</summary>
public static class FunctionsApplication
{
    /// <summary>A builder with the app's configuration read: appsettings.json, local.settings.json, the environment, the arguments.</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
