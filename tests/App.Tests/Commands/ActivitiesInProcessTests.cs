using MicroCred.App.Evaluation;
using MicroCred.App.Submission;
using MicroCred.App.Validation;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Commands;

public sealed class ActivitiesInProcessTests
{
    [Fact]
    public async Task Commands_and_activities_take_an_application_into_review_without_a_worker()
    {
        using var app = await AppInProcess.StartAsync();
        var id = await app.KeepWithBytesAsync(AnApplication.WithoutFault.Draft());
        await app.ChangeAsync(new SubmitApplication(id));
        var submitted = app.Orchestrations.StartedOf(id).Single();

        var assigned = await app.Function<Validate>().RunAsync(new(id, submitted.Revision), CancellationToken.None);

        Assert.Equal((Stage.Evaluation, submitted.Revision + 1), (assigned.Stage, assigned.Revision));
        Assert.Equal(1, await app.LettersOfAsync(id));
        Assert.Equal(
            [nameof(Submitted), nameof(Validated), nameof(Assigned)],
            (await app.Applications.EventsAsync(id, default)).Select(happened => happened.Event)
        );
    }

    [Fact]
    public async Task What_an_earlier_version_validated_is_assigned()
    {
        using var app = await AppInProcess.StartAsync();
        var id = await app.KeepAsync(AnApplication.WithoutFault.Validated());
        var validated = await app.ReadAsync(id);

        var assigned = await app.Function<Assign>().RunAsync(new(id, validated.Revision), CancellationToken.None);

        Assert.Equal((Stage.Evaluation, validated.Revision + 1), (assigned.Stage, assigned.Revision));
        Assert.Equal(1, await app.LettersOfAsync(id));
    }

    [Fact]
    public async Task An_activity_that_is_asked_twice_moves_an_application_once()
    {
        using var app = await AppInProcess.StartAsync();
        var id = await app.KeepWithBytesAsync(AnApplication.WithoutFault.Submitted());
        var revision = (await app.ReadAsync(id)).Revision;

        var first = await app.Function<Validate>().RunAsync(new(id, revision), CancellationToken.None);
        var second = await app.Function<Validate>().RunAsync(new(id, revision), CancellationToken.None);

        Assert.Equal((revision + 1, first), (first.Revision, second));
    }
}
