using MicroCred.Approval;

namespace MicroCred.App.Identity;

/// <summary>Who may read what. It is the table of docs/access.md, and a test holds every function to that.</summary>
internal static class Reading
{
    /// <summary>Whether the application, its timeline, its tasks and its funding are this person's to read.</summary>
    public static bool MayRead(this Caller caller, Readable application) =>
        caller.IsSystem
        || caller.ActsFor(application.Provider)
        || (caller.WorksOn(application) && !application.IsProvidersAlone && !caller.IsKeptFrom(application));

    public static bool MayRead(this Caller caller, Application application) => caller.MayRead(Readable.Of(application));

    /// <summary>
    /// Whether the task is this person's to act on: their own, or any for a registrar, of an application that they may read.
    /// </summary>
    public static bool MayActOn(this Caller caller, Application application, TaskId task) =>
        caller.MayRead(application)
        && application.Tasks.Any(known => known.Id == task && (caller.Is(Role.Registrar) || known.Assignee == caller.Actor.Id));

    private static bool ActsFor(this Caller caller, ProviderNumber provider) => caller.Provider?.Number == provider;

    /// <summary>NZQA evaluates and registers all; TEC has a part where funding is asked for.</summary>
    private static bool WorksOn(this Caller caller, Readable application) =>
        caller.Is(Role.Evaluator) || caller.Is(Role.Registrar) || (caller.Is(Role.FundingAdviser) && application.AsksForFunding);

    /// <summary>
    /// Who declared an interest in a provider, with the application or before, reads nothing of it; nor does who acted for it here.
    /// </summary>
    private static bool IsKeptFrom(this Caller caller, Readable application) =>
        caller.Interests.Contains(application.Provider)
        || application.Conflicted.Contains(caller.Actor.Id)
        || application.ActedFor.Contains(caller.Actor.Id);
}
