namespace MicroCred.App.Pipeline;

/// <summary>What an activity is given: which application, and the position it is to move on from.</summary>
/// <param name="Application">The application's id.</param>
/// <param name="Revision">The revision that the step starts from; what the step writes is the next one.</param>
/// <param name="Point">For a step that time brings about: the moment it was due, in UTC.</param>
internal sealed record Step(ApplicationId Application, int Revision, DateTimeOffset? Point = null);
