namespace MicroCred.App.Pipeline;

/// <summary>What an activity is given: which application, and the position that it is to move on from.</summary>
/// <param name="Application">The application's id.</param>
/// <param name="Revision">The revision that the activity starts from; what it writes is the next one.</param>
/// <param name="Point">For an activity that time brings about: the moment it was due, in UTC.</param>
internal sealed record ActivityInput(ApplicationId Application, int Revision, DateTimeOffset? Point = null);
