namespace MicroCred.Host.Storage;

/// <summary>Says why Azurite can't be had, and what to do.</summary>
public sealed class AzuriteException(string message) : Exception(message);
