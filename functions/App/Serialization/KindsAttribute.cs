namespace MicroCred.App.Serialization;

/// <summary>The types derived from this one in this assembly are kept as JSON with their names, by which they are read back.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class KindsAttribute : Attribute;
