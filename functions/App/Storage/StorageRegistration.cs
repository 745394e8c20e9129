using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Storage;

/// <summary>The storage account that the host uses too: <c>AzureWebJobsStorage</c>, a connection string locally, an account's name in Azure.</summary>
internal static class StorageRegistration
{
    /// <summary>Registers the three services' clients and the stores over them.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<StorageRequestCounter>();
        services.AddSingleton(provider => Tables(configuration, Counted(new TableClientOptions(), provider)));
        services.AddSingleton(provider => Blobs(configuration, Counted(new BlobClientOptions(), provider)));
        services.AddSingleton(provider => Queues(configuration, Counted(
            new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }, provider)));
        services.AddSingleton(provider => new PoisonQueues(Queues(configuration, Counted(new QueueClientOptions(), provider))));
        services.AddHostedService<StoragePreparation>();
        services.AddSingleton<ApplicationStore>();
        services.AddSingleton<KeptAnswers>();
        services.AddSingleton<DocumentStore>();
        services.AddSingleton<WithheldDocuments>();
        services.AddSingleton<Worklists>();
        services.AddSingleton<BrokenOffCommands>();
        return services;
    }

    private static TableServiceClient Tables(IConfiguration configuration, TableClientOptions options) =>
        configuration["AzureWebJobsStorage"] is { Length: > 0 } connection
            ? new TableServiceClient(connection, options)
            : new TableServiceClient(Endpoint(configuration, configuration["AzureWebJobsStorage:tableServiceUri"], "table"), Credential(configuration), options);

    private static BlobServiceClient Blobs(IConfiguration configuration, BlobClientOptions options) =>
        configuration["AzureWebJobsStorage"] is { Length: > 0 } connection
            ? new BlobServiceClient(connection, options)
            : new BlobServiceClient(Endpoint(configuration, configuration["AzureWebJobsStorage:blobServiceUri"], "blob"), Credential(configuration), options);

    private static QueueServiceClient Queues(IConfiguration configuration, QueueClientOptions options) =>
        configuration["AzureWebJobsStorage"] is { Length: > 0 } connection
            ? new QueueServiceClient(connection, options)
            : new QueueServiceClient(Endpoint(configuration, configuration["AzureWebJobsStorage:queueServiceUri"], "queue"), Credential(configuration), options);

    private static Uri Endpoint(IConfiguration configuration, string? given, string service)
    {
        if (given is { Length: > 0 })
        {
            return new Uri(given);
        }

        string account = configuration["AzureWebJobsStorage:accountName"]
            ?? throw new InvalidOperationException(
                "Set AzureWebJobsStorage to a connection string, or AzureWebJobsStorage__accountName to a storage account's name.");
        return new Uri($"https://{account}.{service}.core.windows.net");
    }

    private static DefaultAzureCredential Credential(IConfiguration configuration) =>
        new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = configuration["AzureWebJobsStorage:clientId"] });

    private static TOptions Counted<TOptions>(TOptions options, IServiceProvider provider)
        where TOptions : ClientOptions
    {
        options.AddPolicy(provider.GetRequiredService<StorageRequestCounter>(), HttpPipelinePosition.PerRetry);
        options.Diagnostics.IsLoggingEnabled = false;
        foreach (HttpPipelinePolicy policy in provider.GetServices<HttpPipelinePolicy>())
        {
            options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        }

        return options;
    }
}
