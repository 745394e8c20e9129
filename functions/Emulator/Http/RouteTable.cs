using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroCred.Emulator.Http;

/// <summary>
/// The routes of the app, in the alphabetical order of the functions' names: as on the real host, the first that fits answers, however
/// well a later one would fit.
/// </summary>
internal sealed class RouteTable(IReadOnlyList<FunctionRoute> routes)
{
    public IReadOnlyList<FunctionRoute> Routes => routes;

    /// <summary>The function that answers a request, with the values in its path; null when there is none.</summary>
    public (FunctionRoute Route, RouteValueDictionary Values)? Find(string method, PathString path)
    {
        foreach (var route in routes)
        {
            if (route.Answers(method) && route.Match(path) is { } values)
                return (route, values);
        }

        return null;
    }
}
