namespace MicroCred.Host.Storage;

/// <summary>Says why Azurite isn't available, and what to do.</summary>
public sealed class AzuriteException(string message) : Exception(message);
