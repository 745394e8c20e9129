using System.Security.Cryptography;
using System.Text;
using MicroCred.Host.Hosting;
using MicroCred.Host.Worker;

namespace MicroCred.Host.Http;

/// <summary>The keys that functions above the level <c>Anonymous</c> ask for. What has no key set stays shut.</summary>
internal sealed class FunctionKeys(HostSettings settings)
{
    public bool Open(FunctionMetadata function, HttpRequest request) => function.TriggerProperty("authLevel")?.ToUpperInvariant() switch
    {
        "ANONYMOUS" => true,
        "FUNCTION" or null => IsMaster(request) || Is(settings.FunctionKey, request),
        _ => IsMaster(request),
    };

    public bool IsMaster(HttpRequest request) => Is(settings.MasterKey, request);

    private static bool Is(string? key, HttpRequest request)
    {
        var given = request.Headers.TryGetValue("x-functions-key", out var header) ? header : request.Query["code"];
        return key is { Length: > 0 } && given is [{ } text]
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text));
    }
}
