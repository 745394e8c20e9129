using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>What a registrar has to see to, and how the work goes.</summary>
/// <param name="Stuck">The applications that make no progress.</param>
/// <param name="LooksAtAll">Whether all applications under way were looked at for that, not only those that have waited longest.</param>
/// <param name="Late">The open tasks past their due date.</param>
/// <param name="Unassigned">The open tasks that nobody has.</param>
/// <param name="Load">The people who evaluate and advise, with their number of open tasks.</param>
/// <param name="Stages">The applications under way by stage, with how long they have been in it.</param>
/// <param name="PastStages">How long each stage took those that ended in the months shown.</param>
/// <param name="Decisions">From submission to decision, in the months shown.</param>
/// <param name="Urgent">The same for urgent applications.</param>
/// <param name="Months">The same by month, the first month first.</param>
public sealed record OversightModel(
    IReadOnlyList<StuckLine> Stuck,
    bool LooksAtAll,
    IReadOnlyList<TaskLine> Late,
    IReadOnlyList<TaskLine> Unassigned,
    IReadOnlyList<(string Name, int Open)> Load,
    IReadOnlyList<(Stage Stage, DayFigures Days)> Stages,
    IReadOnlyList<(Stage Stage, DayFigures Days)> PastStages,
    DayFigures Decisions,
    DayFigures Urgent,
    IReadOnlyList<(DateOnly Month, DayFigures Days)> Months
) : PageModel(typeof(OversightPage));

/// <summary>An application that makes no progress.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Why">Why, in a sentence.</param>
/// <param name="ToDo">What the operator does about it.</param>
/// <param name="Since">Since when.</param>
public sealed record StuckLine(ApplicationId Id, string Why, string ToDo, DateTimeOffset Since);
