using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using MicroCred.App.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Storage;

/// <summary>
/// Registers the storage account that the host also uses: <c>AzureWebJobsStorage</c>, a connection string locally, an account name in
/// Azure.
/// </summary>
internal static class StorageRegistration
{
    /// <summary>Registers the three services' clients and the stores over them.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddSettings<StorageAccountOptions>().AddSettings<StorageOptions>().AddSettings<DocumentOptions>();
        services
            .AddOptions<DocumentOptions>()
            .Validate<IOptions<PlatformOptions>>(
                (documents, platform) => documents.AwaitScan || !platform.Value.InAzure,
                "Documents__AwaitScan isn't true. In Azure, which this is by Platform__InAzure, "
                    + "documents are withheld until they are scanned: set it to true."
            );
        services.AddSingleton<StorageRequestCounter>();
        services.AddSingleton(provider => Tables(AccountOf(provider), Counted(new TableClientOptions(), provider)));
        services.AddSingleton(provider => Blobs(AccountOf(provider), Counted(new BlobClientOptions(), provider)));
        services.AddSingleton(provider =>
            Queues(AccountOf(provider), Counted(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }, provider))
        );
        services.AddSingleton(provider => new PoisonQueues(Queues(AccountOf(provider), Counted(new QueueClientOptions(), provider))));
        services.AddHostedService<StoragePreparation>();
        services.Add<IApplications, ApplicationStore>();
        services.AddSingleton<KeptAnswers>();
        services.Add<IDocuments, DocumentStore>();
        services.AddSingleton<WithheldDocuments>();
        services.Add<IWorklists, Worklists>();
        services.Add<IEvaluators, EvaluatorStore>();
        services.AddSingleton<Staffing>();
        services.AddSingleton<BrokenOffCommands>();
        services.AddSingleton<INotificationQueue, NotificationQueue>();
        return services;
    }

    private static StorageAccountOptions AccountOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<StorageAccountOptions>>().Value;

    /// <summary>Registers a store, which commands and activities know by its interface alone.</summary>
    private static void Add<TInterface, TStore>(this IServiceCollection services)
        where TInterface : class
        where TStore : class, TInterface =>
        services.AddSingleton<TStore>().AddSingleton<TInterface>(provider => provider.GetRequiredService<TStore>());

    private static TableServiceClient Tables(StorageAccountOptions account, TableClientOptions options) =>
        account.ConnectionString is { Length: > 0 } connection
            ? new TableServiceClient(connection, options)
            : new TableServiceClient(account.Endpoint(account.TableServiceUri, "table"), Credential(account), options);

    private static BlobServiceClient Blobs(StorageAccountOptions account, BlobClientOptions options) =>
        account.ConnectionString is { Length: > 0 } connection
            ? new BlobServiceClient(connection, options)
            : new BlobServiceClient(account.Endpoint(account.BlobServiceUri, "blob"), Credential(account), options);

    private static QueueServiceClient Queues(StorageAccountOptions account, QueueClientOptions options) =>
        account.ConnectionString is { Length: > 0 } connection
            ? new QueueServiceClient(connection, options)
            : new QueueServiceClient(account.Endpoint(account.QueueServiceUri, "queue"), Credential(account), options);

    private static DefaultAzureCredential Credential(StorageAccountOptions account) =>
        new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = account.ClientId });

    private static TOptions Counted<TOptions>(TOptions options, IServiceProvider provider)
        where TOptions : ClientOptions
    {
        options.AddPolicy(provider.GetRequiredService<StorageRequestCounter>(), HttpPipelinePosition.PerRetry);
        options.Diagnostics.IsLoggingEnabled = false;
        foreach (var policy in provider.GetServices<HttpPipelinePolicy>())
        {
            options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        }

        return options;
    }
}
