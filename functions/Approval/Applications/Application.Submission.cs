using System.Globalization;

namespace MicroCred.Approval;

/// <content>Submission and automatic validation.</content>
public sealed partial record Application
{
    /// <summary>Submits the application, for the first time or again. The first submission fixes the edition of the rules.</summary>
    public Outcome<Change> Submit(RuleEdition edition, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (!IsEditable)
        {
            return CannotBe("submitted");
        }

        var now = at.ToUniversalTime();
        var submitted = this with
        {
            Status = ApplicationStatus.Submitted,
            Edition = Edition ?? edition.Id,
            SubmittedAt = SubmittedAt ?? now,
            LastSubmittedAt = now,
            Submissions = Submissions + 1,
            ValidatedAt = null,
            LapsesAt = null,
            Corrected = false,
            Findings = [],
        };
        var why = submitted.Submissions == 1 ? "Submitted" : "Submitted again";
        return submitted.WithVersion(by.Name, why, at).Because(by, at, new Submitted(submitted.Submissions, submitted.Edition));
    }

    /// <summary>
    /// Records the findings of validation: with an error the application is returned to its provider, otherwise it goes on.
    /// </summary>
    /// <param name="findings">The findings.</param>
    /// <param name="settings">How long a returned application waits.</param>
    /// <param name="at">The time.</param>
    /// <param name="judged">The criteria that it is judged by, as <see cref="EvaluationScope"/> says; null for all.</param>
    /// <param name="entry">The entry that it concerns; null for none.</param>
    public Outcome<Change> RecordValidation(
        IReadOnlyList<Finding> findings,
        EvaluationSettings settings,
        DateTimeOffset at,
        IReadOnlyList<int>? judged = null,
        RegisterEntry? entry = null
    )
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (Stage != Stage.Validation)
        {
            return CannotBe("validated");
        }

        var now = at.ToUniversalTime();
        var errors = findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Rule).Distinct().ToList();
        return errors.Count == 0
            ? (this with { Findings = findings, ValidatedAt = now, Judged = judged, LevelOfEntry = entry?.Level.Value }).Because(
                Actor.System,
                at,
                new Validated(findings.Count)
            )
            : SentBack(findings, settings, at).Because(Actor.System, at, new Returned(errors));
    }

    /// <summary>Approves a university's own application; NZQA only lists it. [Listing Rules 2022 r 14(5)]</summary>
    public Outcome<Change> ApproveByUniversity(DateTimeOffset at)
    {
        if (!IsUniversitysOwn)
        {
            return Refusal.WrongState("Only a university approves its own micro-credentials.");
        }

        if (Stage == Stage.Validation)
        {
            return Refusal.WrongState("It isn't validated yet.");
        }

        if (Stage != Stage.Assignment)
        {
            return CannotBe("approved");
        }

        var university = new Actor(Provider.Number.ToString(), Provider.Name, ActorKind.Provider);
        var decision = new Decision(
            DecisionOutcome.Approve,
            UniversityReasons(Content.UniversityApproval),
            [],
            university,
            at.ToUniversalTime(),
            ByUniversity: true
        );
        return (this with { Status = ApplicationStatus.Approved, Decision = decision }).Because(university, at, new Approved(decision));
    }

    /// <summary>Ends a returned application that wasn't submitted again in time.</summary>
    public Outcome<Change> Lapse(DateTimeOffset at) =>
        Stage == Stage.Correction
            ? (this with { Status = ApplicationStatus.Lapsed, LapsesAt = null }).Because(Actor.System, at, new Lapsed())
            : CannotBe("lapsed");

    private static string UniversityReasons(UniversityApprovalContent? approval)
    {
        var body = Text.IsGiven(approval?.Body) ? $": {approval.Body}" : "";
        var day = approval?.Date is { } date ? string.Create(CultureInfo.InvariantCulture, $", on {date:d MMMM yyyy}") : "";
        var reference = Text.IsGiven(approval?.Reference) ? $", reference {approval.Reference}" : "";
        return $"Approved by the university itself{body}{day}{reference}.";
    }

    private Application SentBack(IReadOnlyList<Finding> findings, EvaluationSettings settings, DateTimeOffset at) =>
        this with
        {
            Status = ApplicationStatus.Returned,
            Findings = findings,
            ReturnedAt = at.ToUniversalTime(),
            Corrected = false,
            LapsesAt = WorkingDays.Deadline(at, settings.ReturnLapsesAfterWorkingDays),
        };
}
