using System.Reflection.Metadata;
using System.Text.RegularExpressions;

namespace MicroCred.Emulator.Checks;

/// <summary>
/// A method as its author knows it. The compiler moves the code of lambdas and of async methods into classes that it nests in the author's own;
/// it names them, or the methods in them, after the method: <c>&lt;Method&gt;d__1</c>.
/// </summary>
/// <param name="Class">The full name of the class, with <c>+</c> before a nested one.</param>
/// <param name="Method">The method's name.</param>
internal sealed partial record CallerName(string Class, string Method)
{
    public static CallerName Of(MetadataReader metadata, MethodDefinition method)
    {
        var name = metadata.GetString(method.Name);
        var type = metadata.GetTypeDefinition(method.GetDeclaringType());
        while (metadata.GetString(type.Name) is ['<', ..] generated && type.GetDeclaringType() is { IsNil: false } owner)
        {
            name = Generated().IsMatch(generated) ? generated : name;
            type = metadata.GetTypeDefinition(owner);
        }

        return new CallerName(FullName(metadata, type), Generated().Match(name) is { Success: true } match ? match.Groups[1].Value : name);
    }

    public override string ToString() => $"{Class}.{Method}";

    private static string FullName(MetadataReader metadata, TypeDefinition type) => type.GetDeclaringType() is { IsNil: false } owner
        ? $"{FullName(metadata, metadata.GetTypeDefinition(owner))}+{metadata.GetString(type.Name)}"
        : $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";

    [GeneratedRegex(@"^<+([^<>]+)>")]
    private static partial Regex Generated();
}
