using System.Text.Json.Serialization;
using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Pipeline;
using MicroCred.Approval;

namespace MicroCred.App.Publication;

/// <summary>The registrar changes the status of an entry: it expires, ends, was listed by mistake, or is open again.</summary>
/// <param name="ApplicationId">The application whose entry it is.</param>
/// <param name="Number">The entry's number.</param>
/// <param name="Code">Its reporting code, as the register has it; not part of the request.</param>
/// <param name="Body">The new status, and why.</param>
internal sealed record ChangeEntryStatus(
    ApplicationId ApplicationId,
    int Number,
    [property: JsonIgnore] ReportingCode? Code,
    ChangeEntryStatus.EntryStatus Body
) : IApplicationCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Registrar];

    public Outcome<Transition> Apply(Application application, CommandContext context) =>
        application
            .ChangeEntryStatus(Number, Code, Body.Status, Body.Reason, Body.LastEnrolment, Body.LastAchievement, context.By, context.Now)
            .Telling(changed =>
                [new EntryStatusChangedNotice(Envelope.ToProvider(changed), changed.Registration!.Number, Body.Status, Body.Reason)]
            );

    /// <summary>
    /// The entry's new status; the reason is mandatory. The days are optional: by default an expiring entry closes for enrolment today, and
    /// finally two years later.
    /// </summary>
    internal sealed record EntryStatus(
        RegisterStatus Status,
        [property: TextLimit(TextLimit.LongText)] string Reason,
        DateOnly? LastEnrolment = null,
        DateOnly? LastAchievement = null
    );
}
