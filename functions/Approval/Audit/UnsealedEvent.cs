namespace MicroCred.Approval;

/// <summary>An event of an application, numbered from 1 without gaps, that isn't part of its audit chain yet.</summary>
/// <param name="Number">The event's number, from 1.</param>
/// <param name="At">When it happened, in UTC.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="What">What happened.</param>
public sealed record UnsealedEvent(int Number, DateTimeOffset At, Actor Actor, ApplicationEvent What);
