using MicroCred.App.Telemetry;

namespace MicroCred.App.OpenApi;

/// <summary>The OpenAPI tags, one for each part of the service.</summary>
internal static class ApiTags
{
    public static IReadOnlyDictionary<string, string> Descriptions { get; } =
        new Dictionary<string, string>
        {
            [Features.Submission] = "What providers do with their applications.",
            [Features.Validation] = "What the rules say of an application.",
            [Features.Evaluation] = "Tasks, findings, questions and decisions.",
            [Features.Funding] = "What TEC's tests come to.",
            [Features.Publication] = "The public register.",
            [Features.Reviews] = "Reviews of what is on the register.",
            [Features.Notification] = "Letters to providers, and how people want their e-mail.",
            [Features.Archiving] = "What lasts, and whether all is still as it was put away.",
            [Features.Operation] = "How the app is.",
            [Features.OpenApi] = "This description.",
        };
}
