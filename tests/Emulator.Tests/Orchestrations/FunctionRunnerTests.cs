using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Durable.Engine;
using MicroCred.Emulator.Tests.World;
using MicroCred.Emulator.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Emulator.Tests.Orchestrations;

/// <summary>Orchestrators and activities run as functions do: through the middleware, with their bindings, in scopes.</summary>
public sealed class FunctionRunnerTests(FunctionRunnerTests.App app) : IClassFixture<FunctionRunnerTests.App>
{
    [Fact]
    public async Task An_activity_s_input_and_result_are_JSON_of_the_app_s_serializer() =>
        Assert.Equal("""{"Name":"ANI","Number":8}""", await OutputAsync("Pass", new Parcel("Ani", 7)));

    [Fact]
    public async Task An_activity_without_input_gets_null() => Assert.Equal("\"nothing\"", await OutputAsync("PassNothing", null));

    [Fact]
    public async Task An_activity_can_ask_for_the_instance_s_id() => Assert.Equal("\"i-17\"", await OutputAsync("AskForId", null, "i-17"));

    [Fact]
    public async Task An_activity_has_a_scope_of_its_own() => Assert.Equal("true", await OutputAsync("CompareScopes", null));

    [Fact]
    public async Task Activities_and_orchestrators_pass_the_middleware_each_as_what_it_is() =>
        Assert.Equal("\"activityTrigger\"", await OutputAsync("AskForTrigger", null));

    [Fact]
    public async Task An_activity_can_use_the_client() => Assert.Equal("\"nested\"", await OutputAsync("StartAnother", null));

    [Fact]
    public async Task An_orchestrator_can_be_a_class_with_services() => Assert.Equal("\"TimeProvider\"", await OutputAsync("FromServices", null));

    [Fact]
    public async Task A_failed_activity_is_an_exception_to_its_orchestrator() =>
        Assert.Equal("\"Task \\u0027Break\\u0027 (#0) failed with an unhandled exception: on purpose\"", await OutputAsync("CatchBreak", null));

    [Fact]
    public async Task The_virtual_clock_jumps_to_whatever_is_due() => Assert.Equal("60", await OutputAsync("WaitSixtyDays", null));

    private async Task<string?> OutputAsync(string orchestrator, object? input, string? instanceId = null)
    {
        var client = app.Services.GetRequiredService<DurableEngine>().Client;
        var id = await client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(instanceId));
        var end = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true).WaitAsync(TimeSpan.FromSeconds(30));
        return end.SerializedOutput;
    }

    public sealed class App() : AppFixture(typeof(DurableFunctions))
    {
        protected override IEnumerable<string> Settings => ["Emulator:Clock=Virtual"];

        protected override void Configure(FunctionsApplicationBuilder builder)
        {
            builder.UseWhen<Witness>(context => context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type == "activityTrigger"));
            builder.Services.AddScoped<Scope>();
        }
    }
}

internal sealed record Parcel(string Name, int Number);

internal sealed class Scope
{
    public Guid Id { get; } = Guid.NewGuid();
}

internal sealed class Witness : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        context.Items["trigger"] = context.FunctionDefinition.InputBindings.Values.First(binding => binding.Type.EndsWith("Trigger", StringComparison.Ordinal)).Type;
        return next(context);
    }
}
