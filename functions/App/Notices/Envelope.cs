using MicroCred.Approval;

namespace MicroCred.App.Notices;

/// <summary>The fields that every notice has.</summary>
/// <param name="Id">Identifies this notice; the same when it is sent again after a crash.</param>
/// <param name="Application">The application it is about.</param>
/// <param name="Recipient">A provider's number or a person's id.</param>
/// <param name="Title">The micro-credential's title.</param>
/// <param name="Revision">The revision that the change created; the notice is stored with it.</param>
internal sealed record Envelope(string Id, ApplicationId Application, string Recipient, string Title, int Revision)
{
    /// <summary>A notice about the change that the application has just gone through.</summary>
    public static Envelope To(string recipient, Application after) =>
        new(
            $"{after.Id}-{after.Revision}-{recipient}",
            after.Id,
            recipient,
            after.Content.MicroCredential?.Title ?? "(no title)",
            after.Revision
        );

    public static Envelope ToProvider(Application after) => To(after.Provider.Number.ToString(), after);

    /// <summary>One for everybody who had an open task before the change.</summary>
    public static IEnumerable<Envelope> ToAssignees(Application before, Application after) =>
        before
            .Tasks.Where(task => task is { IsOpen: true, Assignee: not null })
            .Select(task => task.Assignee!)
            .Distinct()
            .Select(assignee => To(assignee, after));
}
