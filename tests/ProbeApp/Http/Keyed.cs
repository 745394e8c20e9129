using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.ProbeApp.Http;

/// <summary>Functions that need a key.</summary>
internal static class Keyed
{
    [Function("ForFunctions")]
    public static IResult ForFunctions([HttpTrigger(AuthorizationLevel.Function, "get", Route = "keyed/function")] HttpRequest request) =>
        Results.Text("open");

    [Function("ForAdmins")]
    public static IResult ForAdmins([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "keyed/admin")] HttpRequest request) =>
        Results.Text("open");
}
