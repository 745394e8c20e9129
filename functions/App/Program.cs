using System.Globalization;
using MicroCred.App;
using MicroCred.App.Settings;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// Formatting and parsing don't depend on the machine's language.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.AddMicroCred();
using var app = builder.Build();
if (app.Services.GetRequiredService<SettingsCheck>().Faults() is { } faults)
{
    Console.Error.WriteLine(faults);
    return 1;
}

await app.RunAsync();
return 0;
