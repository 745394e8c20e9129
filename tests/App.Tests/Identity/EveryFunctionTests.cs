using System.Reflection;
using MicroCred.App.Identity;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Tests.Identity;

public sealed class EveryFunctionTests
{
    private static readonly IReadOnlyList<MethodInfo> HttpFunctions =
    [
        .. typeof(AllowAttribute)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetParameters().Any(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>() is not null)),
    ];

    [Fact]
    public void Says_either_that_it_is_public_or_whom_it_allows()
    {
        Assert.NotEmpty(HttpFunctions);
        Assert.All(HttpFunctions, function =>
            Assert.Single(function.GetCustomAttributes(), said => said is PublicAttribute or AnyoneSignedInAttribute or AllowAttribute)
        );
    }

    [Fact]
    public void Is_public_only_where_the_contract_says_anyone() =>
        Assert.Equal(
            [
                "EntryProofFunctions",
                "EntryProofFunctions",
                "EntryVersionFunctions",
                "EntryVersionFunctions",
                "EntryVersionFunctions",
                "Fallback",
                "GetHealth",
                "GetImportRules",
                "GetOpenApi",
                "GetRegisterCsv",
                "GetRegisterEntry",
                "LogFunctions",
                "LogFunctions",
                "LogFunctions",
                "LogFunctions",
                "RegisterStatisticsFunctions",
                "RegisterStatisticsFunctions",
                "SearchRegister",
            ],
            HttpFunctions
                .Where(function =>
                    function.GetCustomAttribute<PublicAttribute>() is not null
                        && Route(function).StartsWith("api/", StringComparison.Ordinal)
                    || function.DeclaringType == typeof(MicroCred.App.Pages.Fallback)
                )
                .Select(function => function.DeclaringType!.Name)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Sorts_before_the_catch_all_by_its_name() =>
        Assert.Equal(
            MicroCred.App.Pages.Fallback.SortsLast,
            HttpFunctions.Select(function => function.GetCustomAttribute<FunctionAttribute>()!.Name).Max(StringComparer.OrdinalIgnoreCase)
        );

    private static string Route(MethodInfo function) =>
        function
            .GetParameters()
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .First(trigger => trigger is not null)!
            .Route!;
}
