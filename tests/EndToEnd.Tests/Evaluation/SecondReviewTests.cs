using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Evaluation;

/// <summary>A decision that counts only with a second person's.</summary>
[Collection(nameof(Alone))]
public sealed class SecondReviewTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task A_decline_waits_for_another_evaluator_and_its_provider_learns_nothing_of_it()
    {
        var application = await Instance.InReviewAsync();
        var first = await application.TaskAsync();
        await first.FindAllAsync();
        var before = await application.ReadAsync();
        var form = (await application.Owner.GetAsync($"applications/{Id(application)}/withdraw")).Text;
        (await first.DecideAsync("Decline")).Is(HttpStatusCode.OK);

        var review = await application.TaskAsync("SecondReview");
        Assert.NotEqual(first.AssigneeId, review.AssigneeId);
        Assert.Contains("With a second evaluator", (await As("registrar").GetAsync("oversight")).Text, StringComparison.Ordinal);
        await review.FindAllAsync();
        var after = await application.ReadAsync();
        Assert.Equal((before.ETag, before.Text), (after.ETag, after.Text));
        Assert.Equal(
            Hidden(form, "revision"),
            Hidden((await application.Owner.GetAsync($"applications/{Id(application)}/withdraw")).Text, "revision")
        );
        var pages = new List<JsonNode>();
        for (string? next = null; ; )
        {
            var page = (
                await application.Owner.GetAsync(
                    $"{application.Path}/timeline?limit=1{(next is null ? "" : $"&after={Uri.EscapeDataString(next)}")}"
                )
            )
                .Is(HttpStatusCode.OK)
                .Json;
            pages.Add(page);
            if ((next = (string?)page["next"]) is null)
            {
                break;
            }
        }

        Assert.All(pages.SkipLast(1), page => Assert.Single(page["events"]!.AsArray()));
        var read = (await application.ReadAsync()).Json;
        Assert.Equal(("InReview", "Evaluation", null), ((string?)read["status"], (string?)read["stage"], read["decision"]));
        var timeline = await application.TimelineAsync();
        Assert.Equal(("NZQA", "Evaluation"), ((string?)timeline["waitingFor"]!["who"], (string?)timeline["waitingFor"]!["what"]));
        foreach (var text in (string[])["Decline", "DecisionRecorded", "Reasons in writing", "SecondReview", "econd review"])
        {
            Assert.DoesNotContain(text, $"{read}{timeline}", StringComparison.Ordinal);
            Assert.DoesNotContain(
                text,
                (await application.Owner.GetAsync($"applications/{Id(application)}")).Text,
                StringComparison.Ordinal
            );
            Assert.DoesNotContain(
                text,
                (await application.Owner.GetAsync($"applications/{Id(application)}/record")).Text,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task A_reviewer_sees_what_the_first_found_and_decided_only_after_all_findings_of_their_own()
    {
        var application = await Instance.InReviewAsync();
        var first = await application.TaskAsync();
        for (var criterion = 1; criterion <= 7; criterion++)
        {
            (
                await first.Assignee.PutAsync(
                    $"{first.Path}/findings/{criterion}",
                    new JsonObject { ["result"] = "NotMet", ["comment"] = $"Xylophone {criterion}." }
                )
            ).Is(HttpStatusCode.OK);
        }

        (
            await first.Assignee.PostAsync(
                $"{first.Path}/decision",
                new JsonObject { ["outcome"] = "Decline", ["reasons"] = "Xylophones are missing." }
            )
        ).Is(HttpStatusCode.OK);
        var review = await application.TaskAsync("SecondReview");

        for (var criterion = 1; criterion <= 7; criterion++)
        {
            foreach (var (path, text) in await ReadAllAsync())
            {
                Assert.False(text.Contains("Xylophone", StringComparison.Ordinal), $"{path} tells it before finding {criterion}: {text}");
            }

            (await review.DecideAsync("Decline")).IsWrongState();
            await review.FindAsync(criterion);
        }

        Assert.All((await ReadAllAsync()).Where(answer => !answer.Path.EndsWith("/notes", StringComparison.Ordinal)), answer =>
            Assert.Contains("Xylophone", answer.Text, StringComparison.Ordinal)
        );

        async Task<IReadOnlyList<(string Path, string Text)>> ReadAllAsync()
        {
            List<(string, string)> read = [];
            foreach (
                var path in (string[])
                    [
                        $"api/tasks?application={Id(application)}",
                        $"{application.Path}/notes",
                        $"{application.Path}/timeline",
                        $"{review.Path["api/".Length..]}",
                        $"applications/{Id(application)}",
                        $"applications/{Id(application)}/record",
                    ]
            )
            {
                read.Add((path, (await review.Assignee.GetAsync(path)).Is(HttpStatusCode.OK).Text));
            }

            return read;
        }
    }

    [Fact]
    public async Task Tasks_keep_what_was_found_and_decided_by_whom()
    {
        var application = await Instance.UnderReviewAsync();
        var review = await application.TaskAsync("SecondReview");
        await application.ReviewAsync("Decline");
        await application.UntilAsync("Declined");

        var tasks = await application.TasksAsync();
        Assert.Equal(["Evaluation", "SecondReview"], tasks.Select(task => (string)task!["kind"]!));
        foreach (var task in tasks)
        {
            var who = (string)task!["assignee"]!;
            Assert.Equal(
                ("Done", "Decline", who),
                ((string)task["status"]!, (string)task["decision"]!["outcome"]!, (string)task["decision"]!["by"]!)
            );
            Assert.Equal(7, task["findings"]!.AsArray().Count(finding => (string)finding!["by"]! == who && finding["at"] is not null));
        }

        Assert.Equal(review.AssigneeId, (string)tasks[1]!["assignee"]!);
    }

    [Fact]
    public async Task Two_who_disagree_leave_it_to_a_registrar_whose_decision_stands()
    {
        var application = await Instance.UnderReviewAsync();
        await application.ReviewAsync("Approve");

        var resolution = await application.TaskAsync("Resolution");
        Assert.StartsWith("registrar", resolution.AssigneeId, StringComparison.Ordinal);
        Assert.Equal("InReview", await application.StatusAsync());
        (await resolution.DecideAsync("Approve")).Is(HttpStatusCode.OK);

        await application.UntilAsync("Published");
        Assert.Equal(
            ["Decline", "Approve", "Approve"],
            (await application.TasksAsync()).Select(task => (string)task!["decision"]!["outcome"]!)
        );
    }

    [Fact]
    public async Task A_resolution_may_decline_and_needs_no_further_review()
    {
        var application = await Instance.UnderReviewAsync();
        await application.ReviewAsync("Approve");

        (await (await application.TaskAsync("Resolution")).DecideAsync("Decline")).Is(HttpStatusCode.OK);

        await application.UntilAsync("Declined");
    }

    [Fact]
    public async Task An_approval_at_level_7_counts_with_a_second_one_and_joins_the_conditions()
    {
        var application = await Instance.InReviewAsync(body: ApplicationBody.New().With("microCredential.level", 7));
        await application.DecideAsync("ApproveWithConditions", "Confirm the workshops.");
        Assert.Equal("InReview", await application.StatusAsync());

        await application.ReviewAsync("ApproveWithConditions", "Name a moderator.");

        var published = await application.UntilAsync("Published");
        Assert.Equal(
            ["Confirm the workshops.", "Name a moderator."],
            published["decision"]!["conditions"]!.AsArray().Select(condition => (string)condition!["text"]!)
        );
    }

    [Fact]
    public async Task Neither_the_first_decider_nor_somebody_with_an_interest_gets_the_review()
    {
        await using var restored = new RestoredEvaluators(Instance);
        var application = await Instance.InReviewAsync();
        var first = await application.TaskAsync();
        await application.DecideAsync("Decline");
        var review = await application.TaskAsync("SecondReview");

        await application.StaysAsItIsAsync(async () =>
            (
                await As("registrar")
                    .PostAsync($"{review.Path}/assignment", new JsonObject { ["assignee"] = first.AssigneeId, ["reason"] = "Ill." })
            ).Is(HttpStatusCode.UnprocessableEntity)
        );
        (await review.Assignee.PostAsync($"{review.Path}/conflict", new JsonObject { ["reason"] = "My sister." })).Is(HttpStatusCode.OK);
        var next = await application.TaskAsync("SecondReview");
        Assert.DoesNotContain(next.AssigneeId, (string[])[first.AssigneeId, review.AssigneeId]);
    }

    private static string Hidden(string page, string field) =>
        System.Text.RegularExpressions.Regex.Match(page, $"name=\"{field}\" value=\"([^\"]*)\"").Groups[1].Value is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"There is no {field} in {page}");

    private static string Id(TestApplication application) => application.Path.Split('/')[^1];
}
