using System.Reflection;
using MicroCred.Emulator.Functions;
using MicroCred.Emulator.Hosting;
using MicroCred.Emulator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MicroCred.Emulator.Worker;

/// <summary>Puts a function app together.</summary>
public sealed class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly WebApplicationBuilder _web;
    private readonly Assembly _assembly;
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];

    internal FunctionsApplicationBuilder(string[] args)
    {
        var early = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        _assembly = EmulatorSettings.From(early).FunctionAssembly();
        var folder = Path.GetDirectoryName(_assembly.Location)!;

        _web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = _assembly.GetName().Name,
            ContentRootPath = folder,
            EnvironmentName = early["AZURE_FUNCTIONS_ENVIRONMENT"] ?? Environments.Development,
        });
        AppConfiguration.Read(_web.Configuration, folder, _web.Environment.EnvironmentName, args);
        HostServices.AddBeforeApp(_web);
    }

    /// <summary>The classes among which the functions are; all of the assembly when not given.</summary>
    internal IReadOnlyList<Type>? Classes { get; set; }

    /// <inheritdoc/>
    public IServiceCollection Services => _web.Services;

    /// <inheritdoc cref="IHostApplicationBuilder.Configuration"/>
    public ConfigurationManager Configuration => _web.Configuration;

    /// <inheritdoc/>
    public IHostEnvironment Environment => _web.Environment;

    /// <inheritdoc/>
    public ILoggingBuilder Logging => _web.Logging;

    /// <inheritdoc/>
    public IMetricsBuilder Metrics => _web.Metrics;

    IConfigurationManager IHostApplicationBuilder.Configuration => _web.Configuration;

    IDictionary<object, object> IHostApplicationBuilder.Properties => ((IHostApplicationBuilder)_web).Properties;

    /// <inheritdoc/>
    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        _middleware.Add(middleware);
        return this;
    }

    /// <summary>
    /// Checks the app's functions and makes the host that runs them. Throws an exception that lists everything that is wrong with them.
    /// </summary>
    public IHost Build()
    {
        var storage = new StorageService(EmulatorSettings.From(_web.Configuration), _web.Configuration["AzureWebJobsStorage"]);
        try
        {
            return Build(storage);
        }
        catch
        {
            storage.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }
    }

    private WebApplication Build(StorageService storage)
    {
        var app = FunctionApp.Check(_web.Environment.ContentRootPath, _web.Configuration, _assembly, Classes, _middleware);
        HostServices.AddAfterApp(_web, app, storage);
        try
        {
            var host = _web.Build();
            host.Run(FunctionEndpoint.InvokeAsync);
            return host;
        }
        catch (AggregateException unresolved)
        {
            // Services that can't be made are looked for in development only, and all of them are told.
            throw new StartupException([.. unresolved.InnerExceptions.Select(fault => fault.GetBaseException().Message).Distinct()]);
        }
    }

    void IHostApplicationBuilder.ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure) =>
        ((IHostApplicationBuilder)_web).ConfigureContainer(factory, configure);
}
