using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Platform;

public sealed class UnknownRouteTests(RunningInstance instance) : EndToEndTest(instance)
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "PATCH"];

    /// <summary>Every path of the contract with every method that it doesn't have.</summary>
    public static TheoryData<string, string> WrongMethods
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var path in Routes.All.GroupBy(route => Filled(route.Template)))
            {
                foreach (
                    var method in Methods.Except(
                        Routes.All.Where(route => Filled(route.Template) == path.Key).Select(route => route.Method)
                    )
                )
                {
                    data.Add(method, path.Key);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(WrongMethods))]
    public async Task A_wrong_method_is_not_there(string method, string path) =>
        (await As("mito").SendAsync(new HttpMethod(method), path, Body(method))).IsNotThereOrNotYours();

    [Theory]
    [InlineData("api")]
    [InlineData("api/nothing")]
    [InlineData("api/application")]
    [InlineData("api/applications/5f1d7d1a-1f3c-4a6e-8a54-0d5f8a1f2b3c/secrets")]
    [InlineData("api/register/statistics/more")]
    [InlineData("api/register/5056/more")]
    public async Task A_path_that_there_is_not_is_not_there(string path)
    {
        (await As("mito").GetAsync(path)).IsNotThereOrNotYours();
        (await As("mito").PostAsync(path, ApplicationBody.New())).IsNotThereOrNotYours();
    }

    private static StringContent? Body(string method) => method is "GET" or "DELETE" ? null : Caller.Json("{}");

    private static string Filled(string template) =>
        template
            .Replace("{id}", "5f1d7d1a-1f3c-4a6e-8a54-0d5f8a1f2b3c", StringComparison.Ordinal)
            .Replace("{doc}", "d1", StringComparison.Ordinal)
            .Replace("{criterion}", "1", StringComparison.Ordinal)
            .Replace("{number}", "1", StringComparison.Ordinal);
}
