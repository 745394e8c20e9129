using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Http;

/// <summary>The response to a write, in a form that can be kept for a repeat.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body; null for none.</param>
/// <param name="Location">The address of the created resource.</param>
/// <param name="ETag">The tag to send back in If-Match.</param>
internal sealed record Answer(int Status, object? Body = null, string? Location = null, string? ETag = null)
{
    /// <summary>The application as its provider reads it.</summary>
    public static Answer Of(int status, Application application, string? location = null) =>
        new(status, ApplicationView.Of(application), location, application.ToldTag());

    /// <summary>A task of the application after the command.</summary>
    public static Answer Of(Application application, TaskId task) =>
        new(
            StatusCodes.Status200OK,
            TaskSummary.Of(application, application.Tasks.First(found => found.Id == task)),
            ETag: application.Tag()
        );

    public IResult ToResult() => new Result(this);

    private sealed class Result(Answer answer) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (answer.Location is not null)
            {
                httpContext.Response.Headers.Location = answer.Location;
            }

            if (answer.ETag is not null)
            {
                httpContext.Response.Headers.ETag = answer.ETag;
            }

            var result = answer.Body is null ? Results.StatusCode(answer.Status) : Results.Json(answer.Body, statusCode: answer.Status);
            return result.ExecuteAsync(httpContext);
        }
    }
}
