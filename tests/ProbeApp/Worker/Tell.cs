using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MicroCred.ProbeApp.Worker;

/// <summary>Functions that answer with what they find in their worker.</summary>
internal sealed class Tell(Visit visit, IConfiguration configuration, IHostEnvironment environment)
{
    [Function("TellMiddleware")]
    public IResult TellMiddleware(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "worker/middleware")] HttpRequest request,
        FunctionContext context
    ) =>
        Results.Ok(
            new
            {
                Order = context.Items["order"],
                RequestBefore = context.Items["before"],
                Feature = context.Features.Get<string>(),
                HttpItem = request.HttpContext.Items["http"],
                IsEvaluator = request.HttpContext.User.IsInRole("Evaluator"),
                visit.Number,
                OneScope = ReferenceEquals(context.InstanceServices, request.HttpContext.RequestServices)
                    && ReferenceEquals(visit, context.InstanceServices.GetRequiredService<Visit>()),
                VisitId = visit.Id,
                HasAccessor = context.InstanceServices.GetRequiredService<IHttpContextAccessor>().HttpContext is not null,
            }
        );

    [Function("TellDefinition")]
    public static IResult TellDefinition(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "worker/definition/{id}")] HttpRequest request,
        string id,
        FunctionContext context
    )
    {
        var binding = context.FunctionDefinition.InputBindings.Values.Single(binding => binding.Type == "httpTrigger");
        return Results.Text(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{context.FunctionDefinition.Name} {context.FunctionDefinition.EntryPoint} "
                    + $"{binding.Name}:{binding.Type}:{binding.Direction} {id}"
            )
        );
    }

    [Function("TellSetting")]
    public IResult TellSetting(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "worker/settings/{name}")] HttpRequest request,
        string name
    ) => Results.Text(configuration[name] ?? "");

    [Function("TellEnvironment")]
    public IResult TellEnvironment([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "worker/environment")] HttpRequest request) =>
        Results.Text($"{environment.EnvironmentName} {environment.ContentRootPath} {Environment.CurrentDirectory}");
}
