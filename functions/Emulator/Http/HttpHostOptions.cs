using Microsoft.Extensions.Configuration;

namespace MicroCred.Emulator.Http;

/// <summary>What of host.json and the settings concerns HTTP.</summary>
internal sealed record HttpHostOptions
{
    /// <summary>What the routes of functions begin with.</summary>
    public string RoutePrefix { get; init; } = "api";

    /// <summary>How many bytes of a body the host passes on.</summary>
    public long BodyLimit { get; init; } = 104_857_600;

    /// <summary>Whether <c>/</c> is answered with nothing instead of a page.</summary>
    public bool HomePageDisabled { get; init; }

    /// <summary>Opens functions of both levels. There is no such key when this is not set.</summary>
    public string? MasterKey { get; init; }

    /// <summary>Opens functions of <see cref="Worker.AuthorizationLevel.Function"/>.</summary>
    public string? FunctionKey { get; init; }

    public static HttpHostOptions From(IConfiguration hostJson, IConfiguration settings)
    {
        var defaults = new HttpHostOptions();
        return new HttpHostOptions
        {
            RoutePrefix = hostJson["extensions:http:routePrefix"] ?? defaults.RoutePrefix,
            BodyLimit = settings.GetValue("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", defaults.BodyLimit),
            HomePageDisabled = settings.GetValue<bool>("AzureWebJobsDisableHomepage"),
            MasterKey = settings["Emulator:MasterKey"],
            FunctionKey = settings["Emulator:FunctionKey"],
        };
    }
}
