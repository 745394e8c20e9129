namespace MicroCred.App.Telemetry;

/// <summary>The parts of the service, as metrics, spans and the API's description name them.</summary>
internal static class Features
{
    public const string Archiving = "Archiving";
    public const string Evaluation = "Evaluation";
    public const string Funding = "Funding";
    public const string Notification = "Notification";
    public const string OpenApi = "OpenApi";
    public const string Operation = "Operation";
    public const string Pages = "Pages";
    public const string Pipeline = "Pipeline";
    public const string Publication = "Publication";
    public const string Reviews = "Reviews";
    public const string Submission = "Submission";
    public const string Validation = "Validation";
}
