namespace MicroCred.Emulator.Worker;

/// <summary>Marks the parameter of a function that answers HTTP requests.</summary>
/// <param name="authLevel">Which key a request must bring.</param>
/// <param name="methods">The methods that are answered, all when none is named. HEAD and OPTIONS are answered only when named.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : Attribute
{
    /// <summary>The route below the prefix of host.json, the function's name when not given.</summary>
    public string? Route { get; set; }

    /// <summary>The methods that are answered, all when none is named.</summary>
    public string[]? Methods { get; } = methods;

    /// <summary>Which key a request must bring.</summary>
    public AuthorizationLevel AuthLevel { get; } = authLevel;
}
