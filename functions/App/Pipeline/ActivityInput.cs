namespace MicroCred.App.Pipeline;

/// <summary>An activity's input: the application and the revision that it starts from.</summary>
/// <param name="Application">The application's id.</param>
/// <param name="Revision">The revision that the activity starts from; it writes the next one.</param>
/// <param name="Point">For an activity triggered by time: the moment it was due, in UTC.</param>
internal sealed record ActivityInput(ApplicationId Application, int Revision, DateTimeOffset? Point = null);
