using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace MicroCred.ProbeApp.Durable;

/// <summary>
/// The durable client over HTTP: a function for each of its methods, with the instance's id in the query. Exceptions are answered as 409
/// with the exception's type, the gRPC status if there is one, and the message.
/// </summary>
internal static class Client
{
    /// <summary>
    /// Starts an orchestrator with the body as its input. <c>?id=&amp;dedupe=Completed,Failed&amp;seconds=&amp;version=</c>
    /// </summary>
    [Function("StartInstance")]
    public static Task<IResult> StartInstanceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "durable/start/{orchestrator}")] HttpRequest request,
        string orchestrator,
        [DurableClient] DurableTaskClient client
    ) =>
        AnswerAsync(async () =>
        {
            var options = new StartOrchestrationOptions(
                Of(request, "id"),
                Of(request, "seconds") is { } seconds ? DateTimeOffset.UtcNow.AddSeconds(int.Parse(seconds, null)) : null
            );
            if (Of(request, "dedupe") is { } statuses)
            {
                options = options.WithDedupeStatuses([.. statuses.Split(',').Select(Enum.Parse<OrchestrationRuntimeStatus>)]);
            }

            if (Of(request, "version") is { } version)
            {
                options = options with { Version = new TaskVersion(version) };
            }

            return new { Id = await client.ScheduleNewOrchestrationInstanceAsync(orchestrator, await BodyAsync(request), options) };
        });

    /// <summary>The current instance, without its payloads for <c>?bare</c>; null where there is none.</summary>
    [Function("ReadInstance")]
    public static Task<IResult> ReadInstanceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "durable/instance")] HttpRequest request,
        [DurableClient] DurableTaskClient client
    ) =>
        AnswerAsync(async () =>
            View(await client.GetInstanceAsync(Of(request, "id")!, getInputsAndOutputs: !request.Query.ContainsKey("bare")))
        );

    /// <summary>Waits until an instance has ended, and returns it.</summary>
    [Function("AwaitInstance")]
    public static Task<IResult> AwaitInstanceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "durable/ended")] HttpRequest request,
        [DurableClient] DurableTaskClient client
    ) =>
        AnswerAsync(async () =>
            View(
                await client.WaitForInstanceCompletionAsync(
                    Of(request, "id")!,
                    getInputsAndOutputs: true,
                    request.HttpContext.RequestAborted
                )
            )
        );

    /// <summary>Raises an event with the body as its payload.</summary>
    [Function("RaiseOnInstance")]
    public static Task<IResult> RaiseOnInstanceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "durable/events/{name}")] HttpRequest request,
        string name,
        [DurableClient] DurableTaskClient client
    ) =>
        AnswerAsync(async () =>
        {
            await client.RaiseEventAsync(Of(request, "id")!, name, await BodyAsync(request));
            return null;
        });

    /// <summary>Terminates, suspends, resumes, purges or restarts an instance; the reason is in the query.</summary>
    [Function("ManageInstance")]
    public static Task<IResult> ManageInstanceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "durable/acts/{act:alpha}")] HttpRequest request,
        string act,
        [DurableClient] DurableTaskClient client
    ) =>
        AnswerAsync(async () =>
        {
            var (id, why) = (Of(request, "id")!, Of(request, "why"));
            switch (act)
            {
                case "terminate":
                    await client.TerminateInstanceAsync(
                        id,
                        new TerminateInstanceOptions(why, Recursive: request.Query.ContainsKey("recursive"))
                    );
                    return null;
                case "suspend":
                    await client.SuspendInstanceAsync(id, why);
                    return null;
                case "resume":
                    await client.ResumeInstanceAsync(id, why);
                    return null;
                case "purge":
                    return new { Purged = (await client.PurgeInstanceAsync(id)).PurgedInstanceCount };
                default:
                    return new { Id = await client.RestartAsync(id) };
            }
        });

    private static string? Of(HttpRequest request, string name) => request.Query[name] is [{ Length: > 0 } value] ? value : null;

    private static async Task<JsonNode?> BodyAsync(HttpRequest request) =>
        request.ContentLength is > 0 || request.Headers.TransferEncoding.Count > 0 ? await JsonNode.ParseAsync(request.Body) : null;

    private static object? View(OrchestrationMetadata? instance) =>
        instance is null
            ? null
            : new
            {
                Id = instance.InstanceId,
                instance.Name,
                Status = instance.RuntimeStatus.ToString(),
                Input = instance.SerializedInput,
                Output = instance.SerializedOutput,
                CustomStatus = instance.SerializedCustomStatus,
                Failure = instance.FailureDetails?.ErrorMessage,
            };

    private static async Task<IResult> AnswerAsync(Func<Task<object?>> call)
    {
        try
        {
            return Results.Json(await call());
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            var status = fault.GetType().GetProperty("StatusCode")?.GetValue(fault)?.ToString();
            return Results.Json(
                new
                {
                    Type = fault.GetType().FullName,
                    Status = status,
                    fault.Message,
                },
                statusCode: StatusCodes.Status409Conflict
            );
        }
    }
}
