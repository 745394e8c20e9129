using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using MicroCred.Approval;
using MicroCred.Peer.Storage;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// Azure-Samples/durable-functions-quickstart-dotnet-azd, fanoutfanin/Program.cs: a builder, and little else.
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
var storage = builder.Configuration["AzureWebJobsStorage"]!;
builder.Services.AddSingleton(new TableServiceClient(storage));
builder.Services.AddSingleton(new BlobServiceClient(storage));
builder.Services.AddSingleton(new QueueServiceClient(storage, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }));
builder.Services.AddSingleton<Applications>();
builder.Services.AddSingleton<Register>();
builder.Services.AddScoped<MicroCred.Portal.Pages>();
builder.Services.AddHostedService<StoragePreparation>();
builder.Services.Configure<JsonSerializerOptions>(options =>
{
    options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
    foreach (var converter in ApprovalJson.Options.Converters)
    {
        options.Converters.Add(converter);
    }
});
await builder.Build().RunAsync();
