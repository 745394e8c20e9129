namespace MicroCred.Approval;

/// <summary>One thing that happened to an application, counted from 1 without gaps, that isn't part of its audit chain yet.</summary>
public sealed record UnsealedEvent(int Number, DateTimeOffset At, Actor Actor, string Event, string Detail);
