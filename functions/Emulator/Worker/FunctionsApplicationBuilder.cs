using MicroCred.Emulator.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
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
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];

    internal FunctionsApplicationBuilder(string[] args)
    {
        var early = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        var functions = EmulatorSettings.From(early).FunctionAssembly();
        var folder = Path.GetDirectoryName(functions.Location)!;

        _web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = functions.GetName().Name,
            ContentRootPath = folder,
            EnvironmentName = early["AZURE_FUNCTIONS_ENVIRONMENT"] ?? Environments.Development,
        });
        AppConfiguration.Read(_web.Configuration, folder, _web.Environment.EnvironmentName, args);
    }

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
        _web.WebHost.UseKestrelCore();
        return _web.Build();
    }

    void IHostApplicationBuilder.ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure) =>
        ((IHostApplicationBuilder)_web).ConfigureContainer(factory, configure);
}
