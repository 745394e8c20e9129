using MicroCred.Host.Worker;

namespace MicroCred.Host.Http;

/// <summary>
/// The routes of the app, in the alphabetical order of the functions' names: as on the real host, the first that fits answers, however
/// well a later one would fit.
/// </summary>
internal sealed class RouteTable
{
    private static readonly string[] Reserved = ["admin/host", "runtime/webhooks", ".auth"];

    private readonly List<FunctionRoute> _routes = [];

    /// <param name="functions">All functions; those without an HTTP trigger are passed over.</param>
    /// <param name="prefix">What all routes begin with.</param>
    /// <param name="faults">Takes the routes that can't be read, are the host's own, or are never reached.</param>
    public RouteTable(IEnumerable<FunctionMetadata> functions, string prefix, List<string> faults)
    {
        foreach (var function in functions.Where(IsHttp).OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase))
            Add(function, prefix, faults);
    }

    public static bool IsHttp(FunctionMetadata function) => function.TriggerType.Equals("httpTrigger", StringComparison.OrdinalIgnoreCase);

    /// <summary>The function that answers a request, with the values in its path; null when there is none.</summary>
    public (FunctionRoute Route, RouteValueDictionary Values)? Find(string method, PathString path)
    {
        foreach (var route in _routes)
        {
            if (route.Answers(method) && route.Match(path) is { } values)
                return (route, values);
        }

        return null;
    }

    private void Add(FunctionMetadata function, string prefix, List<string> faults)
    {
        try
        {
            FunctionRoute route = new(function, prefix);
            if (Reserved.Any(path => $"{route}/".StartsWith($"/{path}/", StringComparison.OrdinalIgnoreCase)))
                faults.Add($"{function.Name}: {route} is the host's own to answer. Give the function another route.");
            foreach (var method in route.Methods.DefaultIfEmpty("get"))
            {
                if (_routes.Find(earlier => Hides(earlier, route, method)) is { } hiding)
                    faults.Add($"{function.Name}: {method} {route} is never reached, since {hiding.Function.Name} comes before it in the alphabet and answers {hiding}.");
            }

            _routes.Add(route);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or InvalidOperationException)
        {
            faults.Add($"{function.Name}: its route can't be read. {unreadable.Message}");
        }
    }

    private static bool Hides(FunctionRoute earlier, FunctionRoute later, string method) =>
        earlier.Answers(method) && ExamplePaths.Of(later) is [_, ..] paths && paths.All(path => earlier.Match(path) is not null);
}
