namespace MicroCred.Approval;

/// <summary>An application's place on the register: the entry's number and its reporting code.</summary>
public sealed record Registration(int Number, ReportingCode? Code, DateTimeOffset At);
