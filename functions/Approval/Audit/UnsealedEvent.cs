namespace MicroCred.Approval;

/// <summary>One thing that happened to an application, counted from 1 without gaps, that isn't part of its audit chain yet.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="At">When it happened, in UTC.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="What">What happened.</param>
public sealed record UnsealedEvent(int Number, DateTimeOffset At, Actor Actor, ApplicationEvent What);
