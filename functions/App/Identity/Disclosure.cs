using MicroCred.Approval;

namespace MicroCred.App.Identity;

/// <summary>What of an application's events a reader is shown.</summary>
internal static class Disclosure
{
    /// <summary>
    /// The events as the caller may see them, with their details. To the provider, without matters between NZQA and TEC and without
    /// anybody's id; to an evaluator who is to review the application without knowing of it, without what the first one found and decided.
    /// </summary>
    public static IEnumerable<AuditEvent> ShownTo(this IEnumerable<AuditEvent> events, Application application, Caller caller) =>
        !caller.SeesIds
            ? events
                .Where(happened => AuditDisclosure.IsShownToProvider(happened.Event))
                .Select(happened =>
                    happened with
                    {
                        Actor = happened.Actor with { Name = AuditDisclosure.ActorForProvider(happened) },
                        Detail = AuditDisclosure.DetailForProvider(happened),
                    }
                )
        : application.IsBlind(caller.Actor.Id)
            ? events.Select(happened =>
                AuditDisclosure.IsKeptFromReviewer(happened) ? happened with { Detail = AuditDisclosure.ForReviewer } : happened
            )
        : events;

    /// <summary>Whom the application waits for, as the caller may know.</summary>
    public static WaitingFor? WaitingForAsToldTo(this Application application, Caller caller) =>
        caller.SeesIds ? application.WaitingFor : application.WaitingForAsToldToProvider;

    /// <summary>The application's revision, as the caller may know: to a provider without what happened unseen.</summary>
    public static int RevisionAsToldTo(this Application application, Caller caller) =>
        caller.SeesIds ? application.Revision : application.ToldRevision;
}
