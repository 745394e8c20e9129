using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Functions;
using MicroCred.Emulator.Tests.World;
using MicroCred.Emulator.Worker;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Emulator.Tests.Checks;

/// <summary>An app that can't work doesn't start, and says everything that is wrong with it.</summary>
public static class StartupFaultTests
{
    private const string This = "MicroCred.Emulator.Tests.Checks.StartupFaultTests";

    [Fact]
    public static void All_faults_are_told_at_once() => Assert.Equal(
        $"""
        The app can't start, for 2 reasons:
        - Both ({This}+TwoTriggers.Both): a function has exactly one parameter with a trigger attribute.
        - Off (MicroCred.Emulator.Tests.Checks.StartupFaultTests+OffByNothing.Off): '%NO_SUCH%' does not resolve to a value: there is no setting NO_SUCH.
        """,
        Assert.Throws<StartupException>(() => Build(typeof(TwoTriggers), typeof(OffByNothing))).ToString());

    [Fact]
    public static void Names_are_unique_without_regard_to_case() =>
        Told($"Same: 2 functions have this name: {This}+SameNames.One, {This}+SameNames.Two.", typeof(SameNames));

    [Fact]
    public static void Names_are_letters_digits_and_two_signs() =>
        Told($"1st ({This}+BadName.Run): a name begins with a letter and goes on with letters, digits, '_' and '-', up to 128 in all.", typeof(BadName));

    [Fact]
    public static void Every_parameter_gets_its_value_from_somewhere() => Told(
        [
            $"Get ({This}+Unbound.Get): nothing gives parameter 'name' of type String a value.",
            $"Client ({This}+Unbound.Client): nothing gives parameter 'client' of type DurableTaskClient a value.",
            $"Wrong ({This}+Unbound.Wrong): parameter 'timer' of type String can't take what the trigger brings.",
            $"Uri ({This}+Unbound.FromUri): parameter 'uri' of type Uri can't be made of the text in a route.",
            $"Optional ({This}+Unbound.Optional): parameter 'number' of type Int32 can't be without a value, and the route's is optional.",
        ],
        typeof(Unbound));

    [Fact]
    public static void Methods_are_such_as_the_real_worker_finds_and_awaits() => Told(
        [
            $"Hidden ({This}+BadMethods.Hidden): the method must be public, or the real worker doesn't find it. (Its class needn't be.)",
            $"Overloaded ({This}+BadMethods.Overloaded): the class has another public method of this name, and the real worker finds methods by name alone.",
            $"Void ({This}+BadMethods.VoidAsync): it is 'async void', so nobody can tell when it has ended: return Task.",
            $"Value ({This}+BadMethods.ValueAsync): the real worker doesn't wait for a ValueTask: return Task.",
            $"Text ({This}+BadMethods.TextAsync): it returns String, of which the client would see nothing: return an IResult, Results.Ok(…) for instance.",
        ],
        typeof(BadMethods));

    [Fact]
    public static void A_route_that_an_earlier_one_hides_is_named_with_it() => Told(
        [
            $"BStats ({This}+HiddenRoutes.Stats): GET /api/register/stats never gets here: AEntry, which comes earlier in the alphabet, takes it as /api/register/{{number}}.",
            $"BTyped ({This}+HiddenRoutes.Typed): PUT /api/register/{{number:int}} never gets here: AEntry, which comes earlier in the alphabet, takes it as /api/register/{{number}}.",
            $"CatchMe ({This}+HiddenRoutes.CatchMe): GET /api/else never gets here: CatchAll, which comes earlier in the alphabet, takes it as /api/{{*path}}.",
            $"Twin2 ({This}+HiddenRoutes.Twin2): GET /api/register/{{number}} never gets here: AEntry, which comes earlier in the alphabet, takes it as /api/register/{{number}}.",
        ],
        typeof(HiddenRoutes));

    [Fact]
    public static void Routes_that_share_only_some_paths_are_let_be() => Build(typeof(SharedRoutes));

    [Fact]
    public static void A_route_that_is_not_one_is_told()
    {
        var faults = Assert.Throws<StartupException>(() => Build(typeof(BadRoutes))).Message;

        Assert.Contains($"Open ({This}+BadRoutes.Open): the route 'a/{{b' can't be read: ", faults, StringComparison.Ordinal);
        Assert.Contains($"Unknown ({This}+BadRoutes.Unknown): the route '{{a:nosuch}}' can't be read: ", faults, StringComparison.Ordinal);
    }

    [Fact]
    public static void Paths_of_the_platform_are_not_the_app_s()
    {
        var builder = TestApp.Builder("", ["AzureFunctionsJobHost:extensions:http:routePrefix="], typeof(ReservedRoute)).ConfigureFunctionsWebApplication();

        var faults = Assert.Throws<StartupException>(builder.Build).Message;
        Assert.Contains("Login (MicroCred.Emulator.Tests.Checks.StartupFaultTests+ReservedRoute.Login): /.auth/login begins with /.auth, which is not the app's to answer.", faults, StringComparison.Ordinal);
    }

    [Fact]
    public static void HTTP_has_to_be_configured()
    {
        var builder = TestApp.Builder("", [], typeof(SharedRoutes));

        Assert.Contains(
            "There are functions that answer HTTP, so the app has to call ConfigureFunctionsWebApplication().",
            Assert.Throws<StartupException>(builder.Build).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public static void Schedules_queues_and_connections_are_there() => Told(
        [
            $"Never ({This}+BadSchedules.Never): '0 99 * * * *' is neither an NCRONTAB expression ('0 */5 * * * *' is every five minutes) nor a time span.",
            $"Off ({This}+BadSchedules.Off): '%SWEEP%' does not resolve to a value: there is no setting SWEEP.",
            $"Queue ({This}+BadSchedules.Queue): '%QUEUE%' does not resolve to a value: there is no setting QUEUE.",
            $"Queue ({This}+BadSchedules.Queue): the setting OtherStorage, with the connection string of the queue's account, is missing.",
        ],
        typeof(BadSchedules));

    [Fact]
    public static void Activities_and_orchestrators_that_are_called_by_a_constant_name_are_there() => Told(
        [
            $"{This}+Calls.Orchestrate: there is no activity 'Missing'.",
            $"{This}+Calls.Orchestrate: there is no activity 'Orchestrate'.",
            $"{This}+Calls.Orchestrate: there is no orchestrator 'Lost'.",
            $"{This}+Calls.Start: there is no orchestrator 'Activity'.",
        ],
        typeof(Calls));

    [Fact]
    public static void An_orchestrator_binds_its_context_alone() =>
        Told($"Greedy ({This}+GreedyOrchestrator.Greedy): an orchestrator can't have a client: it must not do anything but through its context.", typeof(GreedyOrchestrator));

    [Fact]
    public static void Services_that_can_t_be_made_are_told()
    {
        var builder = TestApp.Builder("", [], typeof(Orchestrator));
        builder.Services.AddSingleton<Needy>();

        Assert.Equal(
            $"The app can't start, for one reason:{Environment.NewLine}- Unable to resolve service for type 'System.Uri' while attempting to activate '{This}+Needy'.",
            Assert.Throws<StartupException>(builder.Build).Message);
    }

    [Fact]
    public static void Orchestrations_need_storage_unless_they_stay_in_memory()
    {
        var builder = TestApp.Builder("", ["Emulator:DurableStore=Tables"], typeof(Orchestrator)).ConfigureFunctionsWebApplication();

        Assert.Contains(
            "The setting AzureWebJobsStorage, with the connection string of the account that keeps orchestrations, is missing.",
            Assert.Throws<StartupException>(builder.Build).Message,
            StringComparison.Ordinal);
    }

    private static void Build(params Type[] classes) => TestApp.Builder("", [], classes).ConfigureFunctionsWebApplication().Build().Dispose();

    private static void Told(string fault, Type type) => Told([fault], type);

    private static void Told(string[] faults, Type type)
    {
        var told = Assert.Throws<StartupException>(() => Build(type)).Message.Split(Environment.NewLine)[1..];
        Assert.Equal(faults.Select(fault => $"- {fault}").Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    internal static class TwoTriggers
    {
        [Function("Both")]
        public static void Both([TimerTrigger("0 0 0 * * *")] TimerInfo timer, [ActivityTrigger] string input)
        {
        }
    }

    internal static class OffByNothing
    {
        [Function("Off")]
        public static void Off([TimerTrigger("%NO_SUCH%")] TimerInfo timer)
        {
        }
    }

    internal static class SameNames
    {
        [Function("Same")]
        public static void One([ActivityTrigger] string input)
        {
        }

        [Function("same")]
        public static void Two([ActivityTrigger] string input)
        {
        }
    }

    internal static class BadName
    {
        [Function("1st")]
        public static void Run([ActivityTrigger] string input)
        {
        }
    }

    internal static class Unbound
    {
        [Function("Get")]
        public static void Get([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, string name)
        {
        }

        [Function("Client")]
        public static void Client([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, DurableTaskClient client)
        {
        }

        [Function("Wrong")]
        public static void Wrong([TimerTrigger("0 0 0 * * *")] string timer)
        {
        }

        [Function("Uri")]
        public static void FromUri([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "uri/{uri}")] HttpRequest request, Uri uri)
        {
        }

        [Function("Optional")]
        public static void Optional([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "optional/{number?}")] HttpRequest request, int number)
        {
        }
    }

    internal static class BadMethods
    {
        [Function("Overloaded")]
        public static void Overloaded([ActivityTrigger] string input)
        {
        }

        public static void Overloaded()
        {
        }

        [Function("Void")]
        public static async void VoidAsync([ActivityTrigger] string input) => await Task.Yield();

        [Function("Value")]
        public static ValueTask ValueAsync([ActivityTrigger] string input) => ValueTask.CompletedTask;

        [Function("Text")]
        public static Task<string> TextAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Task.FromResult("");

        [Function("Hidden")]
        internal static void Hidden([ActivityTrigger] string input)
        {
        }
    }

    internal static class HiddenRoutes
    {
        [Function("AEntry")]
        public static void Entry([HttpTrigger(AuthorizationLevel.Anonymous, "get", "put", Route = "register/{number}")] HttpRequest request)
        {
        }

        [Function("BStats")]
        public static void Stats([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "register/stats")] HttpRequest request)
        {
        }

        [Function("BTyped")]
        public static void Typed([HttpTrigger(AuthorizationLevel.Anonymous, "put", "delete", Route = "register/{number:int}")] HttpRequest request)
        {
        }

        [Function("CatchAll")]
        public static void CatchAll([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request)
        {
        }

        [Function("CatchMe")]
        public static void CatchMe([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "else")] HttpRequest request)
        {
        }

        [Function("Twin2")]
        public static void Twin2([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "register/{number}")] HttpRequest request)
        {
        }
    }

    internal static class SharedRoutes
    {
        [Function("AEntry")]
        public static void Entry([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "register/{number:int}")] HttpRequest request)
        {
        }

        [Function("BStats")]
        public static void Stats([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "register/stats")] HttpRequest request)
        {
        }

        [Function("CName")]
        public static void Name([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "register/{name}")] HttpRequest request)
        {
        }

        [Function("DPost")]
        public static void Post([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "register/{name}")] HttpRequest request)
        {
        }

        [Function("ZCatchAll")]
        public static void CatchAll([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "put", Route = "{*path}")] HttpRequest request)
        {
        }
    }

    internal static class BadRoutes
    {
        [Function("Open")]
        public static void Open([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{b")] HttpRequest request)
        {
        }

        [Function("Unknown")]
        public static void Unknown([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{a:nosuch}")] HttpRequest request)
        {
        }
    }

    internal static class ReservedRoute
    {
        [Function("Login")]
        public static void Login([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ".auth/login")] HttpRequest request)
        {
        }
    }

    internal static class BadSchedules
    {
        [Function("Never")]
        public static void Never([TimerTrigger("0 99 * * * *")] TimerInfo timer)
        {
        }

        [Function("Off")]
        public static void Off([TimerTrigger("%SWEEP%")] TimerInfo timer)
        {
        }

        [Function("Queue")]
        public static void Queue([QueueTrigger("%QUEUE%", Connection = "OtherStorage")] string message)
        {
        }
    }

    internal static class Calls
    {
        [Function("Orchestrate")]
        public static async Task Orchestrate([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CallActivityAsync<string>(nameof(Activity), $"a text that is no name {context.InstanceId}");
            await context.CallActivityAsync<string>("Missing", "Activity");
            await context.CallActivityAsync(nameof(Orchestrate));
            await context.CallSubOrchestratorAsync(nameof(Orchestrate));
            await context.CallSubOrchestratorAsync<int>("Lost");
        }

        [Function("Activity")]
        public static string Activity([ActivityTrigger] string input) => input;

        public static Task<string> Start(DurableTaskClient client, bool right) =>
            client.ScheduleNewOrchestrationInstanceAsync($"Unknown, as it is put together {right}").ContinueWith(
                _ => client.ScheduleNewOrchestrationInstanceAsync(nameof(Activity)), TaskScheduler.Default).Unwrap();
    }

    internal sealed class Needy(Uri uri)
    {
        public Uri Uri => uri;
    }

    internal static class GreedyOrchestrator
    {
        [Function("Greedy")]
        public static Task Greedy([OrchestrationTrigger] TaskOrchestrationContext context, [DurableClient] DurableTaskClient client) => Task.CompletedTask;
    }

    internal static class Orchestrator
    {
        [Function("Orchestrate")]
        public static Task Orchestrate([OrchestrationTrigger] TaskOrchestrationContext context) => Task.CompletedTask;
    }
}
