namespace MicroCred.App.Settings;

/// <summary>
/// The settings that a type is bound to: property <c>P</c> to <c>{name}__P</c>; a property of a complex type to settings one level deeper;
/// and one with a <see cref="Microsoft.Extensions.Configuration.ConfigurationKeyNameAttribute"/> to the name given there.
/// </summary>
/// <param name="name">The section; empty for top-level settings.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SectionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
