namespace MicroCred.App.Serialization;

/// <summary>Types derived from this one in this assembly are serialised with their type names as discriminators.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class KindsAttribute : Attribute;
