using System.Net;
using System.Security.Claims;
using MicroCred.Emulator.Tests.World;
using MicroCred.Emulator.Worker;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Emulator.Tests.Worker;

public sealed class MiddlewareTests(MiddlewareTests.App app) : IClassFixture<MiddlewareTests.App>
{
    [Fact]
    public async Task It_runs_around_the_function_in_the_order_in_which_it_was_added() =>
        Assert.Equal("outer inner", await TextAsync("/api/order"));

    [Fact]
    public async Task It_sees_the_request_only_behind_the_place_where_HTTP_was_configured() =>
        Assert.Equal("before: False, after: True", await TextAsync("/api/seen"));

    [Theory]
    [InlineData("result")]
    [InlineData("written")]
    [InlineData("set")]
    public async Task It_answers_instead_of_the_function(string how)
    {
        var response = await app.Http.GetAsync($"/api/order?stop={how}");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Nothing_at_all_is_an_empty_200()
    {
        var response = await app.Http.GetAsync("/api/order?stop=silently");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task It_replaces_what_the_function_returned() => Assert.Equal("replaced", await TextAsync("/api/order?replace=1"));

    [Fact]
    public async Task It_gets_the_function_s_own_exception_and_may_answer_it() => Assert.Equal("InvalidOperationException on purpose", await TextAsync("/api/throws"));

    [Fact]
    public async Task What_it_leaves_reaches_the_function() => Assert.Equal("item feature httpitem True 7", await TextAsync("/api/left"));

    [Fact]
    public async Task Context_request_and_function_share_one_scope() => Assert.Equal("True True", await TextAsync("/api/scope"));

    [Fact]
    public async Task Each_invocation_has_a_scope_of_its_own() => Assert.NotEqual(await TextAsync("/api/scope-id"), await TextAsync("/api/scope-id"));

    [Fact]
    public async Task A_step_under_a_condition_is_taken_only_then()
    {
        Assert.Equal("conditional", (await app.Http.GetAsync("/api/throws")).Headers.GetValues("X-Conditional").Single());
        Assert.False((await app.Http.GetAsync("/api/left")).Headers.Contains("X-Conditional"));
    }

    [Fact]
    public async Task The_definition_tells_the_function_s_bindings() =>
        Assert.Equal("Definition MicroCred.Emulator.Tests.Worker.MiddlewareFunctions.Definition request:httpTrigger:In id=5", await TextAsync("/api/definition/5"));

    [Fact]
    public async Task IHttpContextAccessor_has_nothing_in_a_function() => Assert.Equal("True", await TextAsync("/api/accessor"));

    private Task<string> TextAsync(string path) => app.Http.GetStringAsync(path);

    public sealed class App() : AppFixture(typeof(MiddlewareFunctions))
    {
        protected override void Configure(FunctionsApplicationBuilder builder)
        {
            builder.UseMiddleware<BeforeHttp>();
            base.Configure(builder);
            builder.UseMiddleware<Outer>().UseMiddleware<Inner>();
            builder.UseWhen<Conditional>(context => context.FunctionDefinition.Name == "Throws");
            builder.Services.AddHttpContextAccessor();
            builder.Services.AddScoped<Scoped>();
            builder.Services.AddScoped<Number>();
        }
    }
}

internal sealed class Scoped
{
    public Guid Id { get; } = Guid.NewGuid();
}

internal sealed class BeforeHttp : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        context.Items["before"] = context.GetHttpContext() is not null;
        return next(context);
    }
}

internal sealed class Outer : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext()!;
        context.Items["after"] = true;
        context.Items["trail"] = "outer";
        context.Features.Set("feature");
        http.Items["http"] = "httpitem";
        http.User = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Role, "Evaluator")], "test"));
        context.InstanceServices.GetRequiredService<Number>().Value = 7;
        try
        {
            await next(context);
        }
        catch (InvalidOperationException failure)
        {
            context.GetInvocationResult().Value = Results.Text($"{failure.GetType().Name} {failure.Message}");
        }
    }
}

internal sealed class Number
{
    public int Value { get; set; }
}

internal sealed class Inner : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext()!;
        context.Items["trail"] += " inner";
        switch (http.Request.Query["stop"].ToString())
        {
            case "result":
                await Results.Problem(statusCode: 401).ExecuteAsync(http);
                return;
            case "written":
                http.Response.StatusCode = 401;
                await http.Response.WriteAsJsonAsync(new { }, options: null, "application/problem+json");
                return;
            case "set":
                context.GetInvocationResult().Value = Results.Problem(statusCode: 401);
                return;
            case "silently":
                return;
        }

        await next(context);
        if (http.Request.Query.ContainsKey("replace"))
            context.GetInvocationResult().Value = Results.Text("replaced");
    }
}

internal sealed class Conditional : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        context.GetHttpContext()!.Response.Headers["X-Conditional"] = "conditional";
        return next(context);
    }
}

internal sealed class MiddlewareFunctions(Scoped scoped, Number number)
{
    [Function("Order")]
    public static IResult Order([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context) =>
        Results.Text((string)context.Items["trail"]);

    [Function("Seen")]
    public static IResult Seen([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context) =>
        Results.Text($"before: {context.Items["before"]}, after: {context.Items["after"]}");

    [Function("Throws")]
    public static IResult Throws([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        throw new InvalidOperationException("on purpose");

    [Function("Left")]
    public IResult Left([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context) => Results.Text(
        $"{(context.Items.ContainsKey("trail") ? "item" : "")} {context.Features.Get<string>()} {request.HttpContext.Items["http"]} " +
        $"{request.HttpContext.User.IsInRole("Evaluator")} {number.Value}");

    [Function("Scope")]
    public IResult Scope([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context) => Results.Text(
        $"{ReferenceEquals(context.InstanceServices, request.HttpContext.RequestServices)} " +
        $"{ReferenceEquals(scoped, context.InstanceServices.GetRequiredService<Scoped>())}");

    [Function("ScopeId")]
    public IResult ScopeId([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "scope-id")] HttpRequest request) => Results.Text($"{scoped.Id}");

    [Function("Definition")]
    public static IResult Definition(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "definition/{id}")] HttpRequest request, string id, FunctionContext context)
    {
        var binding = context.FunctionDefinition.InputBindings.Values.Single();
        return Results.Text(
            $"{context.FunctionDefinition.Name} {context.FunctionDefinition.EntryPoint} {binding.Name}:{binding.Type}:{binding.Direction} id={context.BindingContext.BindingData["id"]}");
    }

    [Function("Accessor")]
    public static IResult Accessor([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context) =>
        Results.Text($"{context.InstanceServices.GetRequiredService<IHttpContextAccessor>().HttpContext is null}");
}
