using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>
/// A page of a provider's applications: those under way, what waits on the provider first, by what happens next and by when; then those
/// that have ended.
/// </summary>
/// <param name="Lines">The applications.</param>
/// <param name="Next">What to give as <c>after</c> for the next page; null on the last.</param>
/// <param name="IsFirst">Whether it is the first page.</param>
public sealed record ApplicationListModel(IReadOnlyList<ApplicationLine> Lines, string? Next, bool IsFirst)
    : PageModel(typeof(ApplicationListPage));

/// <summary>An application on its provider's list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title; null where it has none yet.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="SubmittedAt">When it was first submitted; null for a draft.</param>
/// <param name="RegisterNumber">Its number on the register, once published.</param>
/// <param name="Due">By when what comes next is due, in UTC; null where no date is set.</param>
public sealed record ApplicationLine(
    ApplicationId Id,
    string? Title,
    ApplicationStatus Status,
    DateTimeOffset? SubmittedAt,
    int? RegisterNumber,
    DateTimeOffset? Due
)
{
    /// <summary>Whether its provider has to do something next.</summary>
    public bool WaitsOnProvider =>
        Status is ApplicationStatus.Draft or ApplicationStatus.Returned or ApplicationStatus.InformationRequested;
}
