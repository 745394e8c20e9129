namespace MicroCred.App.Storage;

/// <summary>
/// Written before a person's act and removed once the lists show it and the orchestration knows of it. One that is still there a minute
/// later tells the sweeper that something broke off in between.
/// </summary>
/// <param name="Application">The application acted on.</param>
/// <param name="Act">Tells this act from any other.</param>
/// <param name="Revision">The revision that the act makes. Where the application hasn't reached it, the act didn't happen.</param>
/// <param name="At">When it was written, in UTC.</param>
internal sealed record Intent(ApplicationId Application, Guid Act, int Revision, DateTimeOffset At);
