using MicroCred.Approval;

namespace MicroCred.App.Identity;

/// <summary>Who may read what, by the table in docs/access.md; a test checks every function against it.</summary>
internal static class Reading
{
    /// <summary>Whether the person may read the application, its timeline, its tasks and its funding.</summary>
    public static bool MayRead(this Caller caller, Readable application) =>
        caller.IsSystem
        || caller.ActsFor(application.Provider)
        || (caller.WorksOn(application) && !application.IsProvidersAlone && !caller.IsKeptFrom(application));

    public static bool MayRead(this Caller caller, Application application) => caller.MayRead(Readable.Of(application));

    /// <summary>Whether the person may act on the task: their own, or as a registrar any, of an application that they may read.</summary>
    public static bool MayActOn(this Caller caller, Application application, TaskId task) =>
        caller.MayRead(application)
        && application.Tasks.Any(known =>
            known.Id == task && (caller.IsSystem || caller.Is(Role.Registrar) || known.Assignee == caller.Actor.Id)
        );

    private static bool ActsFor(this Caller caller, ProviderNumber provider) => caller.Provider?.Number == provider;

    /// <summary>NZQA evaluates and registers all applications; TEC takes part where funding is requested.</summary>
    private static bool WorksOn(this Caller caller, Readable application) =>
        caller.Is(Role.Evaluator) || caller.Is(Role.Registrar) || (caller.Is(Role.FundingAdviser) && application.AsksForFunding);

    /// <summary>
    /// A person who declared an interest in a provider, for this application or before, reads none of it; nor does one who acted for it
    /// here.
    /// </summary>
    private static bool IsKeptFrom(this Caller caller, Readable application) =>
        caller.Interests.Contains(application.Provider)
        || application.Conflicted.Contains(caller.Actor.Id)
        || application.ActedFor.Contains(caller.Actor.Id);
}
