namespace MicroCred.App.Settings;

/// <summary>
/// The settings that a type is bound to: each property <c>P</c> to <c>{name}__P</c>, one of a type of its own to settings a level deeper,
/// and one with a <see cref="Microsoft.Extensions.Configuration.ConfigurationKeyNameAttribute"/> to the name that this gives.
/// </summary>
/// <param name="name">The section; empty for settings that are in none.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SectionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
