namespace MicroCred.Demo.Http;

// The parts of the answers that the Demo reads.

internal sealed record ApplicationView(string Id, string Status, IReadOnlyList<FindingView>? Findings, int? RegisterNumber);

internal sealed record FindingView(string Rule, string Severity, string Message);

internal sealed record TaskView(string Id, string Kind, string Assignee, string Status);

internal sealed record InformationRequestView(int Number);

internal sealed record FundingView(string Outcome);

internal sealed record RegisterEntryView(
    int Number,
    string? ReportingCode,
    string Title,
    int Level,
    int Credits,
    string Status,
    FundingView? Funding
);

internal sealed record ImportedView(int Imported);

internal sealed record TimelineView(WaitingForView? WaitingFor);

internal sealed record WaitingForView(string Who, string What);
