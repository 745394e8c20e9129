using System.Security.Cryptography;
using System.Text;
using MicroCred.Emulator.Functions;
using MicroCred.Emulator.Worker;
using Microsoft.AspNetCore.Http;

namespace MicroCred.Emulator.Http;

/// <summary>The keys that functions above <see cref="AuthorizationLevel.Anonymous"/> ask for. What has no key set stays shut.</summary>
internal sealed class FunctionKeys(HttpHostOptions options)
{
    public bool Open(Function function, HttpRequest request) => ((HttpTriggerAttribute)function.Trigger).AuthLevel switch
    {
        AuthorizationLevel.Anonymous => true,
        AuthorizationLevel.Function => IsMaster(request) || Is(options.FunctionKey, request),
        _ => IsMaster(request),
    };

    public bool IsMaster(HttpRequest request) => Is(options.MasterKey, request);

    private static bool Is(string? key, HttpRequest request)
    {
        var given = request.Headers.TryGetValue("x-functions-key", out var header) ? header : request.Query["code"];
        return key is { Length: > 0 } && given is [{ } text]
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text));
    }
}
