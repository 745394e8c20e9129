using System.Reflection.Metadata;

namespace MicroCred.Emulator.Checks;

/// <summary>The name of a method as its author knows it.</summary>
internal static class CallerName
{
    // The code of an async method is in a class that the compiler makes within the method's own, and names '<Method>d__1'.
    public static string Of(MetadataReader metadata, MethodDefinition method)
    {
        var type = metadata.GetTypeDefinition(method.GetDeclaringType());
        var owner = type.GetDeclaringType();
        return metadata.GetString(type.Name) is ['<', .. var rest] && !owner.IsNil
            ? $"{FullName(metadata, metadata.GetTypeDefinition(owner))}.{rest[..rest.IndexOf('>', StringComparison.Ordinal)]}"
            : $"{FullName(metadata, type)}.{metadata.GetString(method.Name)}";
    }

    private static string FullName(MetadataReader metadata, TypeDefinition type) => type.GetDeclaringType() is { IsNil: false } owner
        ? $"{FullName(metadata, metadata.GetTypeDefinition(owner))}.{metadata.GetString(type.Name)}"
        : $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
}
