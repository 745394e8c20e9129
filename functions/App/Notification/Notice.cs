using MicroCred.Approval;

namespace MicroCred.App.Notification;

/// <summary>Something that somebody is to be told; the text is made when it's sent.</summary>
/// <param name="Id">Tells this notice from any other; the same when it is sent again after a crash.</param>
/// <param name="Application">The application it is about.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Recipient">A provider's number or a person's id.</param>
/// <param name="Title">The micro-credential's title.</param>
/// <param name="Facts">What the text needs besides, such as a date or a number.</param>
/// <param name="Revision">The application's revision that the change led to, which the notice is kept with; 0 in one of before notices said it.</param>
internal sealed record Notice(
    string Id,
    ApplicationId Application,
    NoticeKind Kind,
    string Recipient,
    string Title,
    IReadOnlyDictionary<string, string> Facts,
    int Revision = 0)
{
    /// <summary>A notice for everybody who had a task open when the change came.</summary>
    public static IReadOnlyList<Notice> ToAssignees(Application before, Application after, NoticeKind kind, params (string Name, string Value)[] facts) =>
    [
        .. before.Tasks.Where(task => task is { IsOpen: true, Assignee: not null }).Select(task => Of(after, kind, task.Assignee!, facts)),
    ];

    /// <summary>A notice of the change that the application has just gone through.</summary>
    public static Notice Of(Application after, NoticeKind kind, string recipient, params ReadOnlySpan<(string Name, string Value)> facts)
    {
        Dictionary<string, string> named = [];
        foreach ((string name, string value) in facts)
        {
            named[name] = value;
        }

        return new Notice(
            $"{after.Id}-{after.Revision}-{recipient}", after.Id, kind, recipient, after.Content.MicroCredential?.Title ?? "(no title)", named, after.Revision);
    }
}

/// <summary>What people are told of.</summary>
internal enum NoticeKind
{
    Returned,
    ReturnLapsing,
    Lapsed,
    DocumentInfected,
    EvaluationBrokenOff,
    InfectedAfterApproval,
    Assigned,
    NobodyFree,
    EvaluationDue,
    EvaluationOverdue,
    InformationRequested,
    InformationDue,
    InformationLapsed,
    Answered,
    Declined,
    Withdrawn,
    FundingReferred,
    FundingDue,
    Published,
    EntryStatusChanged,
}
