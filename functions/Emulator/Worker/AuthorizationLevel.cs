namespace MicroCred.Emulator.Worker;

/// <summary>Which key a request must bring, as the query parameter <c>code</c> or the header <c>x-functions-key</c>.</summary>
public enum AuthorizationLevel
{
    /// <summary>None.</summary>
    Anonymous = 0,

    /// <summary>The function key or the master key.</summary>
    Function = 2,

    /// <summary>The master key.</summary>
    Admin = 4,
}
