namespace MicroCred.App.OpenApi;

/// <summary>What each stage of the pipeline, which is a folder of the app, has for callers.</summary>
internal static class Stages
{
    public static IReadOnlyDictionary<string, string> Descriptions { get; } = new Dictionary<string, string>
    {
        [nameof(Submission)] = "What providers do with their applications.",
        [nameof(Validation)] = "What the rules say of an application.",
        [nameof(Evaluation)] = "Tasks, findings, questions and decisions.",
        [nameof(Funding)] = "What TEC's tests come to.",
        [nameof(Publication)] = "The public register.",
        [nameof(Archiving)] = "What lasts, and whether all is still as it was put away.",
        [nameof(Operation)] = "How the app is.",
        [nameof(OpenApi)] = "This description.",
    };
}
