using System.Reflection;
using System.Runtime.CompilerServices;

namespace MicroCred.App.Tests.Architecture;

/// <summary>Naming rules that the analyzers can't enforce, for all deployed code.</summary>
public sealed class DialectTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] Ours =
    [
        typeof(Composition).Assembly,
        typeof(Application).Assembly,
        typeof(Inspection.DocumentInspector).Assembly,
        typeof(Portal.Pages).Assembly,
    ];

    private static readonly IReadOnlyList<MethodInfo> Methods =
    [
        .. Ours.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith(nameof(MicroCred), StringComparison.Ordinal) == true && !IsGenerated(type))
            .SelectMany(type => type.GetMethods(Declared))
            .Where(method => !method.IsSpecialName && !method.Name.Contains('<') && !method.Name.Contains('.') && !IsGenerated(method)),
    ];

    [Fact]
    public void What_can_be_cancelled_takes_a_cancellationToken() =>
        Assert.Empty(
            from method in Methods
            from parameter in method.GetParameters()
            where parameter.ParameterType == typeof(CancellationToken) && parameter.Name != "cancellationToken" && !IsNamedByOthers(method)
            select $"{method.DeclaringType}.{method.Name}({parameter.Name})"
        );

    [Fact]
    public void What_is_awaited_ends_in_Async() =>
        Assert.Empty(
            from method in Methods
            where IsAwaited(method.ReturnType) && !method.Name.EndsWith("Async", StringComparison.Ordinal) && !IsNamedByOthers(method)
            select $"{method.DeclaringType}.{method.Name}"
        );

    private static bool IsAwaited(Type type) =>
        type.IsAssignableTo(typeof(Task))
        || type == typeof(ValueTask)
        || (
            type.IsGenericType
            && (type.GetGenericTypeDefinition() == typeof(ValueTask<>) || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))
        );

    private static bool IsNamedByOthers(MethodInfo method) =>
        method.GetBaseDefinition().DeclaringType!.Assembly != method.DeclaringType!.Assembly
        || method
            .DeclaringType.GetInterfaces()
            .Where(face => face.Assembly != method.DeclaringType.Assembly && !method.DeclaringType.IsInterface)
            .Any(face => method.DeclaringType.GetInterfaceMap(face).TargetMethods.Contains(method));

    private static bool IsGenerated(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || (member.DeclaringType is { } container && IsGenerated(container))
        || member.GetCustomAttributes().Any(attribute => attribute.GetType().Name == "GeneratedCodeAttribute");
}
