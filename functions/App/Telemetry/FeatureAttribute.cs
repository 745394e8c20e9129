namespace MicroCred.App.Telemetry;

/// <summary>
/// The part of the service that a class's functions belong to: their tag in the API's description, and the tag <c>stage</c> of their
/// spans and metrics.
/// </summary>
/// <param name="name">One of <see cref="Features"/>.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FeatureAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
