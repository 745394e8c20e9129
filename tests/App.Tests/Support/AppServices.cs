using Azure.Core.Pipeline;
using MicroCred.App.Storage;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Tests.Support;

/// <summary>The app's services in the test's own process, as registered by its Program; nothing is started.</summary>
internal sealed class AppServices : IDisposable
{
    private readonly IHost _app;

    /// <summary>The signing key of all apps in this assembly's tests, unless a test says otherwise.</summary>
    public static string SigningKeyPath { get; } = Path.Combine(AppContext.BaseDirectory, ".local", "signing-key.pem");

    /// <summary>The same for the register's key.</summary>
    public static string RegisterKeyPath { get; } = Path.Combine(AppContext.BaseDirectory, ".local", "register-key.pem");

    /// <param name="connectionString">The storage account.</param>
    /// <param name="settings">Further settings as <c>name=value</c>.</param>
    public AppServices(string connectionString, params string[] settings)
        : this(connectionString, TimeProvider.System, settings) { }

    /// <param name="connectionString">The storage account.</param>
    /// <param name="time">The app's clock.</param>
    /// <param name="settings">Further settings as <c>name=value</c>.</param>
    public AppServices(string connectionString, TimeProvider time, params string[] settings)
        : this(connectionString, time, policy: null, settings) { }

    /// <param name="connectionString">The storage account.</param>
    /// <param name="time">The app's clock.</param>
    /// <param name="policy">What each of its requests to storage passes; null for nothing.</param>
    /// <param name="settings">Further settings as <c>name=value</c>.</param>
    public AppServices(string connectionString, TimeProvider time, HttpPipelinePolicy? policy, string[] settings)
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection([
            new("Signing:LocalKeyPath", SigningKeyPath),
            new("Signing:RegisterLocalKeyPath", RegisterKeyPath),
        ]);
        builder.Configuration.AddInMemoryCollection(
            settings
                .Select(setting => setting.Split('=', 2))
                .Select(parts => KeyValuePair.Create(parts[0], (string?)parts[1]))
                .Append(new("AzureWebJobsStorage", connectionString))
                .Append(new("Storage:CreateOnStart", "true"))
        );
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(time);
        if (policy is not null)
        {
            builder.Services.AddSingleton(policy);
        }

        builder.AddMicroCred();
        _app = builder.Build();
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Creates the tables, containers and queues, as the app's startup does.</summary>
    public Task CreateStorageAsync() =>
        ActivatorUtilities.CreateInstance<StoragePreparation>(_app.Services).StartAsync(CancellationToken.None);

    public void Dispose() => _app.Dispose();
}
