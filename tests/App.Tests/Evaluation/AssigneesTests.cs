using MicroCred.App.Evaluation;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.Approval.Tests;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Tests.Evaluation;

/// <summary>evaluator-1 to evaluator-4 of the directory; evaluator-2 has an interest in Stratcom.</summary>
public sealed class AssigneesTests
{
    private static readonly DateOnly Today = WorkingDays.DayOf(Moments.Monday);

    private static readonly Application InReview = AnApplication
        .WithoutFault.With(content => content with { Nzsced = "030501", Level = 5 })
        .InReview();

    [Fact]
    public void Load_decides_among_those_who_fit_alike_and_urgent_and_old_tasks_weigh_more()
    {
        Assert.Equal(
            "evaluator-3",
            Best([], Tasks("evaluator-1", 2), Tasks("evaluator-2", 2), Tasks("evaluator-3", 1), Tasks("evaluator-4", 2))
        );
        Assert.Equal(
            "evaluator-1",
            Best(
                [],
                Tasks("evaluator-1", 1),
                Tasks("evaluator-2", 1, urgent: true),
                Tasks("evaluator-3", 1, days: 3),
                Tasks("evaluator-4", 2)
            )
        );
    }

    [Fact]
    public void The_same_state_gives_the_same_choice() => Assert.Single(Enumerable.Range(0, 20).Select(_ => Best([])).Distinct());

    [Fact]
    public void The_field_matters_before_the_load() =>
        Assert.Equal("evaluator-3", Best([("evaluator-3", Profile with { Fields = ["03"] })], Tasks("evaluator-3", 9)));

    [Fact]
    public void Nobody_gets_more_than_their_capacity_or_what_they_have_an_interest_in()
    {
        (string, EvaluatorProfile)[] profiles =
        [
            ("evaluator-1", Profile with { Capacity = 1 }),
            ("evaluator-2", EvaluatorProfile.Of([InReview.Provider.Number])),
            ("evaluator-3", Profile with { Capacity = 0 }),
        ];

        Assert.Equal("evaluator-1", Best(profiles, Tasks("evaluator-4", 3)));
        Assert.Equal("evaluator-4", Best(profiles, Tasks("evaluator-1", 1), Tasks("evaluator-4", 3)));
        Assert.Null(Best([.. profiles, ("evaluator-4", Profile with { Capacity = 3 })], Tasks("evaluator-1", 1), Tasks("evaluator-4", 3)));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("evaluator-2", null, "evaluator-2")]
    [InlineData("evaluator-2", "evaluator-3", "evaluator-3")]
    [InlineData("evaluator-2", "evaluator-1", null)]
    public void For_who_is_away_the_delegate_stands_in_and_for_that_one_theirs(string? first, string? second, string? expected)
    {
        (string, EvaluatorProfile)[] profiles =
        [
            ("evaluator-1", Away(first) with { Fields = ["03"] }),
            .. second is null ? [] : ((string, EvaluatorProfile)[])[("evaluator-2", Away(second))],
            ("evaluator-4", Profile with { Capacity = 0 }),
        ];
        string[] others = expected is null ? ["evaluator-2", "evaluator-3"] : [];

        Assert.Equal(expected, Directory(profiles).BestFor(InReview, TaskKind.Evaluation, others, new OpenWork([], Moments.Monday)));
    }

    [Fact]
    public void A_delegate_with_an_interest_stands_in_for_nobody() =>
        Assert.Equal(
            "evaluator-3",
            Best([
                ("evaluator-1", Away("evaluator-2") with { Fields = ["03"] }),
                ("evaluator-2", EvaluatorProfile.Of([InReview.Provider.Number])),
                ("evaluator-4", Profile with { Capacity = 0 }),
            ])
        );

    [Fact]
    public void Before_and_after_an_absence_there_is_nobody_to_stand_in()
    {
        var directory = Directory(("evaluator-1", Profile with { Absences = [new(Today.AddDays(1), Today.AddDays(2), "evaluator-2")] }));

        Assert.Equal("evaluator-1", directory.StandInFor("evaluator-1", Today, _ => true));
        Assert.Equal("evaluator-2", directory.StandInFor("evaluator-1", Today.AddDays(2), _ => true));
    }

    private static EvaluatorProfile Profile => EvaluatorProfile.Of([]);

    private static EvaluatorProfile Away(string? delegated) => Profile with { Absences = [new(Today, Today, delegated)] };

    private static string? Best((string, EvaluatorProfile)[] profiles, params IEnumerable<Backlog.TaskLine>[] tasks) =>
        Directory(profiles).BestFor(InReview, TaskKind.Evaluation, [], new OpenWork([.. tasks.SelectMany(of => of)], Moments.Monday));

    private static SectorDirectory Directory(params (string Id, EvaluatorProfile Profile)[] profiles) =>
        new SectorDirectory(Options.Create(new DirectoryOptions())).With(profiles.ToDictionary(one => one.Id, one => one.Profile));

    private static IEnumerable<Backlog.TaskLine> Tasks(string assignee, int count, bool urgent = false, int days = 0) =>
        Enumerable.Repeat(
            new Backlog.TaskLine(
                InReview.Tasks[0].Id,
                assignee,
                TaskKind.Evaluation,
                Moments.Monday,
                InReview.Provider.Number,
                urgent,
                Moments.Monday.AddDays(-days)
            ),
            count
        );
}
