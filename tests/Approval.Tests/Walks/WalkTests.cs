using System.Text.Json;
using CsCheck;

namespace MicroCred.Approval.Tests;

/// <summary>Invariants under any order of actions by people, timers and rules.</summary>
public sealed class WalkTests
{
    [Fact]
    public void Nothing_is_published_without_a_decision_to_approve_or_a_universitys_own_approval() =>
        Walk.Random.Sample(walk =>
            walk.End.Status != ApplicationStatus.Published
            || walk.End.Decision
                is { ByUniversity: false, Outcome: not DecisionOutcome.Decline, By.Kind: ActorKind.Evaluator or ActorKind.Registrar }
            || (walk.End.Decision is { ByUniversity: true } && walk.End.Provider.Type == ProviderType.University)
        );

    [Fact]
    public void Nothing_NZQA_approves_lacks_a_finding_of_every_criterion() =>
        Walk.Random.Sample(walk =>
            walk.End.Decision is null or { ByUniversity: true }
            || walk.End.Tasks.Any(task => task.Findings.Select(finding => finding.Criterion).SequenceEqual(Enumerable.Range(1, 7)))
        );

    [Fact]
    public void Nothing_is_declined_without_a_second_person() =>
        Walk.Random.Sample(walk =>
            walk.End.Decision is not { Outcome: DecisionOutcome.Decline }
            || walk.End.Tasks.Select(task => task.Decision?.By.Id).OfType<string>().Distinct().Count() > 1
        );

    [Fact]
    public void Until_a_decision_counts_status_and_wait_tell_the_provider_nothing_of_it() =>
        Walk.Random.Sample(walk =>
            walk.Changes.Select(change => change.Application)
                .Where(application => application.Stage is Stage.SecondReview or Stage.Resolution)
                .All(application =>
                    application
                        is {
                            Status: ApplicationStatus.InReview,
                            Decision: null,
                            StageAsToldToProvider: Stage.Evaluation,
                            WaitingForAsToldToProvider: { Who: "NZQA", What: "Evaluation" },
                        }
                )
        );

    [Fact]
    public void Nothing_is_published_with_its_funding_not_assessed_and_only_a_referral_is_open_then() =>
        Walk.Random.Sample(walk =>
            walk.End.Status != ApplicationStatus.Published
            || !walk.End.AsksForFunding
            || (
                walk.End.Funding is { } funding
                && walk.End.Tasks.Any(task => task is { IsOpen: true, Kind: TaskKind.FundingReferral })
                    == (funding.Outcome == FundingOutcome.Referred)
            )
        );

    [Fact]
    public void The_audit_has_no_gap_and_always_verifies() =>
        Walk.Random.Sample(walk =>
        {
            Assert.Null(AuditChain.Verify(new ChainEnd(walk.End.EventCount, walk.Events[^1].Hash, Chains.HashOf(walk.End)), walk.Events));
        });

    [Fact]
    public void Every_change_leaves_an_event_and_moves_the_revision_by_one() =>
        Walk.Random.Sample(walk =>
        {
            Assert.Equal(Enumerable.Range(1, walk.Changes.Count), walk.Changes.Select(change => change.Application.Revision));
            Assert.All(walk.Changes, change => Assert.NotEmpty(change.Events));
        });

    [Fact]
    public void What_is_over_stays_over_unless_a_decline_is_reconsidered() =>
        Walk.Random.Sample(walk =>
            walk.Changes.Zip(walk.Changes.Skip(1))
                .All(pair =>
                    !pair.First.Application.IsClosed
                    || pair.Second.Application.Status == pair.First.Application.Status
                    || pair.Second.Application.Status == ApplicationStatus.Reconsidering
                )
        );

    [Fact]
    public void The_edition_and_the_first_submission_never_change() =>
        Walk.Random.Sample(walk =>
        {
            var submitted = walk.Changes.Select(change => change.Application).Where(application => application.SubmittedAt is not null);
            Assert.InRange(submitted.Select(application => (application.Edition, application.SubmittedAt)).Distinct().Count(), 0, 1);
        });

    [Fact]
    public void Nobody_holds_a_task_of_an_application_that_they_declared_an_interest_in() =>
        Walk.Random.Sample(walk =>
            walk.End.Tasks.All(task => !task.IsOpen || task.Assignee is null || !walk.End.Conflicted.Contains(task.Assignee))
        );

    [Fact]
    public void An_application_waits_for_somebody_until_it_is_over() =>
        Walk.Random.Sample(walk => walk.End.IsClosed == (walk.End.WaitingFor is null));

    [Fact]
    public void An_application_and_its_events_keep_their_form_through_JSON() =>
        Walk.Random.Sample(walk =>
        {
            AssertRoundTrip(walk.End);
            AssertRoundTrip(walk.Events);
        });

    /// <summary>Walks that don't get far would prove nothing.</summary>
    [Fact]
    public void Walks_reach_every_status_and_take_every_kind_of_step()
    {
        var random = new PCG(stream: 1, seed: 2018);
        var walks = Enumerable.Range(0, 6000).Select(_ => Walk.Random.Generate(random, null, out var _)).ToList();
        var events = typeof(ApplicationEvent)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ApplicationEvent)) && !type.IsAbstract)
            .Select(type => type.Name);
        Assert.Equal(
            Enum.GetValues<Stage>(),
            walks.SelectMany(walk => walk.Changes).Select(change => change.Application.Stage).Distinct().Order()
        );
        Assert.Equal(Enum.GetValues<ApplicationStatus>(), walks.Select(walk => walk.End.Status).Distinct().Order());
        Assert.Empty(events.Except(walks.SelectMany(walk => walk.Events).Select(e => e.Event)));
    }

    private static void AssertRoundTrip<T>(T value)
    {
        var json = JsonSerializer.Serialize(value, ApprovalJson.Options);
        var read = JsonSerializer.Deserialize<T>(json, ApprovalJson.Options);
        Assert.Equivalent(value, read, strict: true);
        Assert.Equal(json, JsonSerializer.Serialize(read, ApprovalJson.Options));
    }
}
