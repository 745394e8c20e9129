using Azure.Core.Serialization;
using MicroCred.ProbeApp;
using MicroCred.ProbeApp.Background;
using MicroCred.ProbeApp.Worker;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.UseWhen<NotesWhetherThereIsARequest>(Functions.AnswerHttp);
if (builder.Configuration.GetValue<double?>("Probe:SecondsBeforeHttp") is { } seconds)
{
    // The worker speaks to its host by now, and the web server starts after it.
    builder.Services.AddHostedService(_ => new SlowStart(TimeSpan.FromSeconds(seconds)));
}

builder.ConfigureFunctionsWebApplication();
builder.UseWhen<Outer>(Functions.AnswerHttp);
builder.UseWhen<Inner>(Functions.AnswerHttp);
builder.UseWhen<CountsTurns>(Functions.Orchestrate);

builder.Services.AddSingleton<Journal>();
builder.Services.AddScoped<Visit>();
builder.Services.AddHttpContextAccessor();
builder.Services.AddRazorComponents();
builder.Services.AddResponseCompression();
builder.Services.AddSingleton<IStartupFilter, Filter>();
builder.Services.AddHostedService<Service>();
builder.Services.Configure<WorkerOptions>(worker => worker.Serializer = new JsonObjectSerializer(Json.Lenient));
builder.Services.ConfigureHttpJsonOptions(http => Json.MakeStrict(http.SerializerOptions));
if (builder.Configuration["Probe:StrangeBinding"] is { } binding)
{
    var known = builder.Services.Last(service => service.ServiceType == typeof(IFunctionMetadataProvider));
    builder.Services.AddSingleton<IFunctionMetadataProvider>(services => new StrangeFunction(binding, known, services));
}

await builder.Build().RunAsync();
