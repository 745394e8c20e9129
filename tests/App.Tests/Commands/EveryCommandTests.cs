using System.Reflection;
using MicroCred.App.Commands;
using MicroCred.App.Evaluation;
using MicroCred.App.Identity;
using MicroCred.App.Reviews;
using MicroCred.App.Submission;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Tests.Commands;

public sealed class EveryCommandTests
{
    private static readonly IReadOnlyList<Type> Commands =
    [
        .. typeof(ICommand)
            .Assembly.GetTypes()
            .Where(type => type is { IsInterface: false, IsAbstract: false } && type.IsAssignableTo(typeof(ICommand))),
    ];

    private static readonly IReadOnlyList<MethodInfo> Functions =
    [
        .. typeof(ICommand)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null),
    ];

    [Fact]
    public void Of_a_person_is_run_by_the_function_of_its_name() =>
        Assert.Equal(
            Commands
                .Where(command =>
                    command != typeof(RejectInfectedDocuments) && command != typeof(MoveTask) && command != typeof(EndExpiredEntry)
                )
                .Select(command => command.Name)
                .Order(StringComparer.Ordinal),
            Functions
                .Where(function => CommandOf(function) is { } command && command.Name == NameOf(function))
                .Select(NameOf)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Of_the_system_is_nobodys() =>
        Assert.Empty(RejectInfectedDocuments.Roles.Concat(MoveTask.Roles).Concat(EndExpiredEntry.Roles));

    [Fact]
    public void Knows_no_HTTP() =>
        Assert.DoesNotContain(
            Commands
                .SelectMany(command =>
                    command.GetMembers(
                        BindingFlags.DeclaredOnly
                            | BindingFlags.Instance
                            | BindingFlags.Static
                            | BindingFlags.Public
                            | BindingFlags.NonPublic
                    )
                )
                .SelectMany(TypesIn),
            type =>
                type.Namespace?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true
                || type.Namespace == typeof(MicroCred.App.Http.Problem).Namespace
        );

    private static Type? CommandOf(MethodInfo function) => function.GetCustomAttribute<AllowAttribute>()?.Command;

    private static string NameOf(MethodInfo function) => function.GetCustomAttribute<FunctionAttribute>()!.Name;

    private static IEnumerable<Type> TypesIn(MemberInfo member) =>
        member switch
        {
            MethodInfo method => method
                .GetParameters()
                .Select(parameter => parameter.ParameterType)
                .Append(method.ReturnType)
                .Concat(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? []),
            ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
            FieldInfo field => [field.FieldType],
            _ => [],
        };
}
