using MicroCred.Emulator.Functions;
using MicroCred.Emulator.Hosting;
using MicroCred.Emulator.Http;
using MicroCred.Emulator.Worker;

namespace MicroCred.Emulator.Checks;

/// <summary>Routes can be read, are the app's to answer, and can be reached.</summary>
internal static class RouteCheck
{
    private static readonly string[] Reserved = ["admin/host", "runtime/webhooks", ".auth"];

    public static void Run(FunctionApp app, Faults faults)
    {
        var functions = app.Functions.Where(function => function.Kind == FunctionKind.Http).ToList();
        if (functions.Count > 0 && !app.Middleware.Contains(HttpResultMiddleware.Around))
            faults.Add("There are functions that answer HTTP, so the app has to call ConfigureFunctionsWebApplication().");

        var routes = functions.Select(function => Read(function, app.Http, faults)).OfType<FunctionRoute>().ToList();
        foreach (var later in routes)
        {
            foreach (var method in Methods(later))
            {
                if (routes.TakeWhile(earlier => earlier != later).FirstOrDefault(earlier => Hides(earlier, later, method)) is { } hiding)
                    faults.Add(later.Function, $"{method} {later} never gets here: {hiding.Function.Name}, which comes earlier in the alphabet, takes it as {hiding}.");
            }
        }
    }

    private static FunctionRoute? Read(Function function, HttpHostOptions http, Faults faults)
    {
        try
        {
            var route = new FunctionRoute(function, http.RoutePrefix);
            if (Reserved.FirstOrDefault(path => $"{route.Template.TemplateText}/".StartsWith($"{path}/", StringComparison.OrdinalIgnoreCase)) is { } reserved)
                faults.Add(function, $"{route} begins with /{reserved}, which is not the app's to answer.");
            return route;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or InvalidOperationException)
        {
            faults.Add(function, $"the route '{((HttpTriggerAttribute)function.Trigger).Route}' can't be read: {unreadable.Message}");
            return null;
        }
    }

    private static IEnumerable<string> Methods(FunctionRoute route) => route.Methods.Count > 0 ? route.Methods.Select(method => method.ToUpperInvariant()) : ["GET"];

    private static bool Hides(FunctionRoute earlier, FunctionRoute later, string method) =>
        earlier.Answers(method) && ExamplePaths.Of(later) is [_, ..] paths && paths.All(path => earlier.Match(path) is not null);
}
