namespace MicroCred.Approval;

/// <summary>
/// One version of a micro-credential on the register. Entries are never deleted; their status changes. [Listing Rules 2022 r 8, r 10, r 13]
/// </summary>
/// <param name="Number">Unique, given once.</param>
/// <param name="Version">From 1; a change may make a new one.</param>
/// <param name="Code">The reporting code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Level">Its level.</param>
/// <param name="Credits">Its size.</param>
/// <param name="Nzsced">Its subject; imported entries may lack one.</param>
/// <param name="Developer">Who developed it.</param>
/// <param name="Deliverers">Who may deliver it.</param>
/// <param name="UseCase">What it is for.</param>
/// <param name="Purpose">Its purpose.</param>
/// <param name="Outcomes">What learners know and can do afterwards.</param>
/// <param name="DeliveryModes">How it is delivered.</param>
/// <param name="Standards">The standards that it wraps.</param>
/// <param name="ApprovedOn">The day of the decision, in Auckland.</param>
/// <param name="ReviewDue">The day by which it is to be reviewed.</param>
/// <param name="LastEnrolment">The last day to enrol, once that is set.</param>
/// <param name="LastAchievement">The last day to finish, once that is set.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="Funding">What TEC's assessment came to; null where funding wasn't asked for.</param>
/// <param name="Ctid">The UUID of its Credential Transparency Identifier, which outlives versions.</param>
public sealed record RegisterEntry(
    int Number,
    int Version,
    ReportingCode? Code,
    string Title,
    Level Level,
    Credits Credits,
    NzscedCode? Nzsced,
    Provider Developer,
    IReadOnlyList<Provider> Deliverers,
    UseCase? UseCase,
    string Purpose,
    IReadOnlyList<string> Outcomes,
    IReadOnlyList<DeliveryMode> DeliveryModes,
    IReadOnlyList<StandardContent> Standards,
    DateOnly ApprovedOn,
    DateOnly ReviewDue,
    DateOnly? LastEnrolment,
    DateOnly? LastAchievement,
    RegisterStatus Status,
    RegisterFunding? Funding,
    Guid Ctid
)
{
    /// <summary>An approved application as its first version; its provider delivers it unless only the listing was applied for.</summary>
    /// <exception cref="InvalidOperationException">The application isn't approved, or its content wasn't validated.</exception>
    public static RegisterEntry From(Application application, int number, ReportingCode? code)
    {
        ArgumentNullException.ThrowIfNull(application);
        if (application is not { Decision: { Outcome: not DecisionOutcome.Decline } decision, Content.MicroCredential: { } content })
        {
            throw new InvalidOperationException("Only an approved application comes on the register.");
        }

        var approvedOn = WorkingDays.DayOf(decision.At);
        return new(
            number,
            Version: 1,
            code,
            content.Title ?? "",
            Level.Create(content.Level ?? 0),
            Credits.Create(content.Credits ?? 0),
            NzscedCode.TryCreate(content.Nzsced, out var subject) ? subject : null,
            application.Provider,
            application.Content.Type == ApplicationType.ListingApproval ? [] : [application.Provider],
            content.UseCase,
            content.Purpose ?? "",
            content.GivenOutcomes,
            content.DeliveryModes ?? [],
            content.GivenStandards,
            approvedOn,
            ReviewDue: approvedOn.AddYears(content.ReviewPeriodYears ?? 1),
            application.Registration?.LastEnrolment,
            application.Registration?.LastAchievement,
            application.Registration?.Status ?? RegisterStatus.Current,
            application.Funding is { } funding ? new(funding.Outcome, funding.Fund, funding.Efts) : null,
            Ctid: application.Id.Value
        );
    }
}
