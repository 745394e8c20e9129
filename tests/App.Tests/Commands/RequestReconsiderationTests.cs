using MicroCred.App.Evaluation;
using MicroCred.App.Pipeline;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Commands;

public sealed class RequestReconsiderationTests
{
    [Fact]
    public void The_least_busy_registrar_who_took_no_part_gets_it_and_is_told()
    {
        var declined = AnApplication.WithoutFault.Declined();
        RequestReconsideration command = new(declined.Id, new("The second document has the plan."));
        var context = Applying.ContextOf(Callers.Mito, ("registrar", 2), ("registrar-2", 1));

        var asked = command.Apply(declined, context).Accepted();

        Assert.True(command.GivesTask(declined, context.Rules));
        Assert.Equal("registrar-2", asked.After().Tasks[^1].Assignee);
        Assert.Equal([("Reconsideration", "registrar-2")], asked.Told());
    }

    [Fact]
    public async Task It_starts_an_orchestration_of_its_own()
    {
        using var app = await AppInProcess.StartAsync();
        var id = await app.KeepAsync(AnApplication.WithoutFault.Declined());

        await app.ChangeAsync(new RequestReconsideration(id, new("The second document has the plan.")));

        Assert.Equal($"{id}-reconsideration", Orchestration.InstanceOf(await app.ReadAsync(id)));
        Assert.Equal(Stage.Reconsideration, Assert.Single(app.Orchestrations.StartedOf(id)).Stage);
        Assert.Empty(await app.OutboxOfAsync(id));
    }

    [Theory]
    [InlineData(nameof(TaskOutcome.Uphold), ApplicationStatus.Declined)]
    [InlineData(nameof(TaskOutcome.Approve), ApplicationStatus.Approved)]
    public void Its_decision_is_told_to_the_provider(string outcome, ApplicationStatus status)
    {
        var asked = AnApplication.WithoutFault.Reconsidering();

        var decided = new Decide(asked.Task(), new(Enum.Parse<TaskOutcome>(outcome), "As the record says."))
            .Apply(asked, Applying.ContextOf(Callers.Registrar))
            .Accepted();

        Assert.Equal(status, decided.After().Status);
        Assert.Equal([("Reconsidered", "9001")], decided.Told());
    }

    [Fact]
    public void It_is_not_declined_once_more()
    {
        var asked = AnApplication.WithoutFault.Reconsidering();
        new Decide(asked.Task(), new(TaskOutcome.Decline, "As the record says."))
            .Apply(asked, Applying.ContextOf(Callers.Registrar))
            .Refused(RefusalKind.Malformed);
    }
}
