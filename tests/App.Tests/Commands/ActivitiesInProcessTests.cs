using MicroCred.App.Evaluation;
using MicroCred.App.Pipeline;
using MicroCred.App.Submission;
using MicroCred.App.Validation;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Commands;

public sealed class ActivitiesInProcessTests
{
    [Fact]
    public async Task Commands_and_activities_take_an_application_into_review_without_a_worker()
    {
        using AppInProcess app = await AppInProcess.Start();
        ApplicationId id = await app.KeepWithBytes(AnApplication.WithoutFault.Draft());
        await app.Change(new SubmitApplication(id));
        Position submitted = app.Orchestrations.StartedOf(id).Single();

        Position validated = await app.Function<Validate>().Run(new(id, submitted.Revision), CancellationToken.None);
        Position assigned = await app.Function<Assign>().Run(new(id, validated.Revision), CancellationToken.None);

        Assert.Equal((Stage.Evaluation, submitted.Revision + 2), (assigned.Stage, assigned.Revision));
        Assert.Equal(1, await app.LettersOf(id));
    }

    [Fact]
    public async Task An_activity_that_is_asked_twice_moves_an_application_once()
    {
        using AppInProcess app = await AppInProcess.Start();
        ApplicationId id = await app.KeepWithBytes(AnApplication.WithoutFault.Submitted());
        int revision = (await app.Read(id)).Revision;

        Position first = await app.Function<Validate>().Run(new(id, revision), CancellationToken.None);
        Position second = await app.Function<Validate>().Run(new(id, revision), CancellationToken.None);

        Assert.Equal((revision + 1, first), (first.Revision, second));
    }
}
