namespace MicroCred.Demo.Server;

internal enum HealthAnswer
{
    /// <summary>Nothing listens there.</summary>
    Nothing,

    /// <summary>Something listens, but it isn't a healthy App.</summary>
    SomethingElse,

    Healthy,
}
