namespace MicroCred.Demo.Server;

internal enum HealthAnswer
{
    /// <summary>Nobody listens there.</summary>
    Nothing,

    /// <summary>Somebody listens, but not a healthy App.</summary>
    SomethingElse,

    Healthy,
}
