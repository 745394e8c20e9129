using System.Text.Json.Serialization;
using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Pipeline;
using MicroCred.Approval;

namespace MicroCred.App.Publication;

/// <summary>The registrar changes where an entry is in its life: it expires, ends, was listed by mistake, or is open again.</summary>
/// <param name="ApplicationId">The application whose entry it is.</param>
/// <param name="Number">The entry's number.</param>
/// <param name="Code">Its reporting code, as the register has it; no part of what is asked for.</param>
/// <param name="Body">What it becomes, and why.</param>
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
    /// Where the entry is from now on, always with a reason. The days may be left out: one that expires closes for enrolment today, and two
    /// years later for good.
    /// </summary>
    internal sealed record EntryStatus(
        RegisterStatus Status,
        [property: TextLimit(TextLimit.LongText)] string Reason,
        DateOnly? LastEnrolment = null,
        DateOnly? LastAchievement = null
    );
}
