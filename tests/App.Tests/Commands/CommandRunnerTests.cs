using System.Text.Json;
using MicroCred.App.Commands;
using MicroCred.App.Evaluation;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.App.Submission;
using MicroCred.Approval.Tests;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Tests.Commands;

public abstract class CommandRunnerTests : IAsyncLifetime
{
    private static readonly CommandOptions FromAnotherRevision = new() { Expected = _ => false };

    private AppInProcess _app = null!;

    public async Task InitializeAsync() => _app = await AppInProcess.StartAsync();

    public Task DisposeAsync()
    {
        _app.Dispose();
        return Task.CompletedTask;
    }

    private static CommandOptions Under(string key) =>
        new() { Idempotency = new(key, application => JsonSerializer.SerializeToElement($"{application.Id} at {application.Revision}")) };

    private static CommandOptions From(int revision) => new() { Expected = application => application.Revision == revision };

    private Task<ApplicationId> InReviewAsync() => _app.KeepAsync(AnApplication.WithoutFault.InReview());

    public sealed class WhoMayAsk : CommandRunnerTests
    {
        [Fact]
        public async Task Another_providers_application_is_not_there()
        {
            var id = await InReviewAsync();

            Assert.IsType<CommandResult.NotFound>(
                await _app.ChangeAsync(new WithdrawApplication(id, new("Theirs.")), caller: Callers.Careerforce)
            );
            Assert.Equal(ApplicationStatus.InReview, (await _app.ReadAsync(id)).Status);
        }

        [Fact]
        public async Task An_application_that_never_was_is_not_there_either() =>
            Assert.IsType<CommandResult.NotFound>(await _app.ChangeAsync(new SubmitApplication(ApplicationId.New(Guid.NewGuid()))));

        [Fact]
        public async Task A_draft_is_its_providers_alone() =>
            Assert.IsType<CommandResult.NotFound>(
                await _app.DeleteAsync(
                    new DeleteApplication(await _app.KeepAsync(AnApplication.WithoutFault.Draft())),
                    caller: Callers.Registrar
                )
            );

        [Fact]
        public async Task Somebody_elses_task_is_not_there() =>
            Assert.IsType<CommandResult.NotFound>(
                await _app.ChangeAsync(
                    new ReleaseTask(TaskId.Create(await InReviewAsync(), 1), new("Not mine.")),
                    caller: Callers.OtherEvaluator
                )
            );

        [Fact]
        public async Task What_somebody_else_read_is_not_there_either()
        {
            var seen = (await _app.Applications.FindAsync(await InReviewAsync(), default))!;

            Assert.IsType<CommandResult.NotFound>(
                await _app.ChangeAsync(
                    new WithdrawApplication(seen.Application.Id, new("Theirs.")),
                    new() { Seen = seen },
                    Callers.Careerforce
                )
            );
        }

        [Fact]
        public async Task A_registrar_finds_any_task() =>
            Assert.IsType<CommandResult.Done>(
                await _app.ChangeAsync(
                    new ReassignTask(TaskId.Create(await InReviewAsync(), 1), new("evaluator-3", "They are free.")),
                    caller: Callers.Registrar
                )
            );

        [Fact]
        public async Task What_one_sees_and_has_no_role_for_is_not_allowed()
        {
            var id = await InReviewAsync();

            Assert.IsType<CommandResult.NotAllowed>(
                await _app.ChangeAsync(new WithdrawApplication(id, new("Ours now.")), caller: Callers.Registrar)
            );
            Assert.IsType<CommandResult.NotAllowed>(
                await _app.BeginAsync(new CreateApplication(AnApplication.WithoutFault.Content), caller: Callers.Evaluator)
            );
            Assert.Equal(ApplicationStatus.InReview, (await _app.ReadAsync(id)).Status);
        }

        [Fact]
        public async Task The_systems_own_command_is_nobodys()
        {
            var id = await InReviewAsync();
            RejectInfectedDocuments reject = new(new(id, new('a', 64)), new("scan", "etag"));

            Assert.IsType<CommandResult.NotAllowed>(await _app.ChangeAsync(reject));
            Assert.IsType<CommandResult.Done>(await _app.ChangeAsync(reject, caller: Caller.System));
        }
    }

    public sealed class WhatIsWritten : CommandRunnerTests
    {
        [Fact]
        public async Task A_submission_starts_the_orchestration_and_leaves_nothing_in_the_outbox()
        {
            var id = await _app.KeepAsync(AnApplication.WithoutFault.Draft());

            var done = Assert.IsType<CommandResult.Done>(await _app.ChangeAsync(new SubmitApplication(id))).Application;

            Assert.Equivalent(done, await _app.ReadAsync(id), strict: true);
            Assert.Equal([nameof(Submitted)], (await _app.Applications.EventsAsync(id, default)).Select(e => e.Event));
            Assert.Equal(done.Revision, Assert.Single(_app.Orchestrations.StartedOf(id)).Revision);
            Assert.Empty(_app.Orchestrations.ToldOf(id));
            Assert.Empty(await _app.OutboxOfAsync(id));
        }

        [Fact]
        public async Task A_withdrawal_tells_the_assignee_and_the_orchestration()
        {
            var id = await InReviewAsync();

            await _app.ChangeAsync(new WithdrawApplication(id, new("We changed our plans.")));

            Assert.Equal(1, await _app.LettersOfAsync(id));
            Assert.Equal(Stage.Ended, Assert.Single(_app.Orchestrations.ToldOf(id)).Stage);
            Assert.Empty(await _app.OutboxOfAsync(id));
        }

        [Fact]
        public async Task What_changes_nothing_for_the_orchestration_is_not_told_to_it()
        {
            var draft = await _app.KeepAsync(AnApplication.WithoutFault.Draft());
            var inReview = await InReviewAsync();

            await _app.ChangeAsync(new ReplaceApplication(draft, AnApplication.WithoutFault.Urgent().Content));
            await _app.ChangeAsync(
                new RecordFinding(TaskId.Create(inReview, 1), 1, new(CriterionResult.Met, "Read.")),
                caller: Callers.Evaluator
            );

            Assert.Empty(_app.Orchestrations.ToldOf(draft).Concat(_app.Orchestrations.ToldOf(inReview)));
        }

        [Fact]
        public async Task Tasks_go_to_whom_the_lists_show_to_be_the_least_busy()
        {
            var busy = AnApplication.WithoutFault.Validated().Assign("evaluator-2", Stages.Settings, Moments.Monday).Application();
            var busyToo = AnApplication.WithoutFault.Validated().Assign("evaluator-4", Stages.Settings, Moments.Monday).Application();
            await Task.WhenAll(Enumerable.Range(0, 5).SelectMany(_ => (Task[])[_app.KeepAsync(busy), _app.KeepAsync(busyToo)]));

            foreach (var id in await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => InReviewAsync())))
            {
                await _app.ChangeAsync(new ReleaseTask(TaskId.Create(id, 1), new("Ill.")), caller: Callers.Evaluator);
                Assert.Equal("evaluator-3", (await _app.ReadAsync(id)).Tasks.Single().Assignee);
            }
        }

        [Fact]
        public async Task A_refused_command_changes_nothing()
        {
            var id = await InReviewAsync();

            var refused = Assert.IsType<CommandResult.Refused>(await _app.ChangeAsync(new SubmitApplication(id), Under("again")));

            Assert.Equal(RefusalKind.WrongState, refused.Refusal.Kind);
            Assert.Empty(await _app.Applications.EventsAsync(id, default));
            Assert.IsType<CommandResult.Refused>(await _app.ChangeAsync(new SubmitApplication(id), Under("again")));
        }

        [Fact]
        public async Task A_deleted_draft_leaves_no_row_behind()
        {
            var id = await _app.KeepAsync(AnApplication.WithoutFault.Draft());
            await _app.ChangeAsync(new ReplaceApplication(id, AnApplication.WithoutFault.Urgent().Content));

            Assert.IsType<CommandResult.Done>(await _app.DeleteAsync(new DeleteApplication(id)));

            Assert.Null(await _app.Applications.FindAsync(id, default));
            Assert.Empty(await _app.Applications.EventsAsync(id, default));
            Assert.IsType<CommandResult.NotFound>(await _app.DeleteAsync(new DeleteApplication(id)));
        }

        [Fact]
        public async Task What_was_submitted_is_not_deleted()
        {
            var id = await InReviewAsync();

            Assert.IsType<CommandResult.Refused>(await _app.DeleteAsync(new DeleteApplication(id)));
            Assert.NotNull(await _app.Applications.FindAsync(id, default));
        }
    }

    public sealed class DocumentsBytes : CommandRunnerTests
    {
        [Fact]
        public async Task Are_kept_once_the_application_takes_the_document()
        {
            var id = await _app.KeepAsync(AnApplication.WithoutFault.Draft());

            await _app.ChangeAsync(new AddDocument(id, await _app.ReceiveAsync(DocumentKind.SupportLetter, 'b')));

            Assert.True(await _app.KeepsAsync(id, 'b'));
        }

        [Fact]
        public async Task Are_not_kept_where_it_does_not()
        {
            var id = await InReviewAsync();

            Assert.IsType<CommandResult.Refused>(
                await _app.ChangeAsync(new AddDocument(id, await _app.ReceiveAsync(DocumentKind.SupportLetter, 'b')))
            );

            Assert.False(await _app.KeepsAsync(id, 'b'));
        }

        [Fact]
        public async Task Outlast_their_document_where_another_request_counts_on_them()
        {
            var id = await _app.KeepAsync((AnApplication.WithoutFault with { Documents = [] }).Draft());
            await _app.ChangeAsync(new AddDocument(id, await _app.ReceiveAsync(DocumentKind.Curriculum, 'b')));

            // Another request found the content stored, and has yet to write the document that refers to it.
            await _app.Get<DocumentStore>().KeepAsync(id, await _app.ReceiveAsync(DocumentKind.Other, 'b'), CancellationToken.None);
            await _app.ChangeAsync(new DeleteDocument(id, "d1"));

            Assert.True(await _app.KeepsAsync(id, 'b'));
        }

        [Fact]
        public async Task Outlast_their_draft_for_a_while()
        {
            var once = Under(Guid.NewGuid().ToString());
            CreateApplication create = new(AnApplication.WithoutFault.Content);
            var id = Assert.IsType<CommandResult.Done>(await _app.BeginAsync(create, once)).Application.Id;
            await _app.ChangeAsync(new AddDocument(id, await _app.ReceiveAsync(DocumentKind.Curriculum, 'b')));

            Assert.IsType<CommandResult.Done>(await _app.DeleteAsync(new DeleteApplication(id)));

            Assert.True(await _app.KeepsAsync(id, 'b'));
        }

        [Fact]
        public async Task Outlast_a_request_that_was_too_late_with_the_same_ones()
        {
            var id = await _app.KeepAsync((AnApplication.WithoutFault with { Documents = [] }).Draft());
            Interrupted<AddDocument> late = new(new(id, await _app.ReceiveAsync(DocumentKind.Other, 'b')), async _ =>
                await _app.ChangeAsync(new AddDocument(id, await _app.ReceiveAsync(DocumentKind.Curriculum, 'b')))
            );

            Assert.IsType<CommandResult.Moved>(await _app.ChangeAsync(late, From((await _app.ReadAsync(id)).Revision)));

            Assert.Equal(DocumentKind.Curriculum, Assert.Single((await _app.ReadAsync(id)).Documents).Kind);
            Assert.True(await _app.KeepsAsync(id, 'b'));
        }

        [Fact]
        public async Task Of_a_package_are_kept_under_the_new_application()
        {
            SubmitPackage package = new(
                AnApplication.WithoutFault.Content,
                [await _app.ReceiveAsync(DocumentKind.Curriculum, 'b'), await _app.ReceiveAsync(DocumentKind.EvidenceOfNeed, 'c')]
            );

            var id = Assert.IsType<CommandResult.Done>(await _app.BeginAsync(package)).Application.Id;

            Assert.True(await _app.KeepsAsync(id, 'b') && await _app.KeepsAsync(id, 'c'));
            Assert.Single(_app.Orchestrations.StartedOf(id));
        }
    }

    public sealed class RepeatedCommands : CommandRunnerTests
    {
        [Fact]
        public async Task Get_the_same_answer_and_change_nothing()
        {
            var id = await InReviewAsync();
            WithdrawApplication withdraw = new(id, new("We changed our plans."));
            Assert.IsType<CommandResult.Done>(await _app.ChangeAsync(withdraw, Under("once")));
            var revision = (await _app.ReadAsync(id)).Revision;

            var repeated = Assert.IsType<CommandResult.Repeated>(await _app.ChangeAsync(withdraw, Under("once")));

            Assert.Equal($"{id} at {revision}", repeated.Answer.GetString());
            Assert.Equal(revision, (await _app.ReadAsync(id)).Revision);
        }

        [Fact]
        public async Task Are_answered_before_anything_is_held_against_them()
        {
            var id = await InReviewAsync();
            WithdrawApplication withdraw = new(id, new("We changed our plans."));
            await _app.ChangeAsync(withdraw, Under("once"));

            Assert.IsType<CommandResult.Repeated>(
                await _app.ChangeAsync(withdraw, Under("once") with { Expected = FromAnotherRevision.Expected })
            );
        }

        [Fact]
        public async Task Are_told_by_their_content_and_not_by_where_bytes_wait()
        {
            var id = await _app.KeepAsync(AnApplication.WithoutFault.Draft());

            await _app.ChangeAsync(new AddDocument(id, await _app.ReceiveAsync(DocumentKind.Other, 'b')), Under("once"));

            Assert.IsType<CommandResult.Repeated>(
                await _app.ChangeAsync(new AddDocument(id, await _app.ReceiveAsync(DocumentKind.Other, 'b')), Under("once"))
            );
            Assert.IsType<CommandResult.KeyUsed>(
                await _app.ChangeAsync(new AddDocument(id, await _app.ReceiveAsync(DocumentKind.Other, 'c')), Under("once"))
            );
        }

        [Fact]
        public async Task Of_a_submission_do_not_answer_for_the_next_one_after_a_return()
        {
            var id = await _app.KeepAsync(AnApplication.WithoutFault.Returned());
            SubmitApplication submit = new(id);
            await _app.ChangeAsync(new ReplaceApplication(id, AnApplication.WithoutFault.Content));
            Assert.IsType<CommandResult.Done>(await _app.ChangeAsync(submit, Under("once")));
            Assert.IsType<CommandResult.Repeated>(await _app.ChangeAsync(submit, Under("once")));

            var submitted = (await _app.Applications.FindAsync(id, default))!;
            var returned = submitted
                .Application.RecordValidation(
                    [new("CRED01", Severity.Error, "microCredential.credits", "Too many.", "Fewer.")],
                    Stages.Settings,
                    Moments.Monday
                )
                .Change();
            await _app.Applications.SaveAsync(submitted, returned, [], answer: null, trace: null, default);
            Assert.IsType<CommandResult.Repeated>(await _app.ChangeAsync(submit, Under("once")));

            await _app.ChangeAsync(new ReplaceApplication(id, AnApplication.WithoutFault.Content));
            Assert.Equal(3, Assert.IsType<CommandResult.Done>(await _app.ChangeAsync(submit, Under("once"))).Application.Submissions);
            Assert.IsType<CommandResult.Repeated>(await _app.ChangeAsync(submit, Under("once")));
        }

        [Fact]
        public async Task Bring_no_deleted_draft_back()
        {
            CreateApplication create = new(AnApplication.WithoutFault.Content);
            var id = Assert.IsType<CommandResult.Done>(await _app.BeginAsync(create, Under("late"))).Application.Id;
            await _app.ChangeAsync(new ReplaceApplication(id, AnApplication.WithoutFault.Content), Under("another"));

            Assert.IsType<CommandResult.Done>(await _app.DeleteAsync(new DeleteApplication(id)));

            Assert.IsType<CommandResult.Deleted>(await _app.BeginAsync(create, Under("late")));
            Assert.IsType<CommandResult.Deleted>(
                await _app.BeginAsync(new CreateApplication(AnApplication.WithoutFault.Urgent().Content), Under("late"))
            );
            Assert.Null(await _app.Applications.FindAsync(id, default));
            Assert.Null(await _app.Applications.FindAnswerAsync(id, "another", default));
        }

        [Fact]
        public async Task Do_not_share_a_key_with_another_command()
        {
            var id = await _app.KeepAsync(AnApplication.WithoutFault.Draft());
            await _app.ChangeAsync(new ReplaceApplication(id, AnApplication.WithoutFault.Content), Under("once"));

            Assert.IsType<CommandResult.KeyUsed>(await _app.ChangeAsync(new SubmitApplication(id), Under("once")));
            Assert.Equal(ApplicationStatus.Draft, (await _app.ReadAsync(id)).Status);
        }

        [Fact]
        public async Task Do_not_share_a_key_with_another_person()
        {
            var id = await InReviewAsync();
            ReassignTask reassign = new(TaskId.Create(id, 1), new("evaluator-3", "They are free."));
            var another = Callers.Registrar with { Actor = Callers.Registrar.Actor with { Id = "registrar-2" } };

            await _app.ChangeAsync(reassign, Under("once"), Callers.Registrar);

            Assert.IsType<CommandResult.Done>(await _app.ChangeAsync(reassign, Under("once"), another));
        }

        [Fact]
        public async Task Begin_one_application_however_many_come_at_once()
        {
            CreateApplication create = new(AnApplication.WithoutFault.Content);
            var once = Under(Guid.NewGuid().ToString());

            var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _app.BeginAsync(create, once)));

            var id = Assert.Single(results.OfType<CommandResult.Done>()).Application.Id;
            Assert.All(results.OfType<CommandResult.Repeated>(), repeated => Assert.Equal($"{id} at 1", repeated.Answer.GetString()));
            Assert.Equal(5, results.OfType<CommandResult.Repeated>().Count());
        }

        [Fact]
        public async Task Begin_two_without_a_key()
        {
            CreateApplication create = new(AnApplication.WithoutFault.Content);

            Assert.NotEqual(
                Assert.IsType<CommandResult.Done>(await _app.BeginAsync(create)).Application.Id,
                Assert.IsType<CommandResult.Done>(await _app.BeginAsync(create)).Application.Id
            );
        }
    }

    public sealed class Texts : CommandRunnerTests
    {
        [Fact]
        public async Task That_are_too_long_or_hold_what_no_text_has_change_nothing_and_are_named_as_in_the_body()
        {
            var id = await _app.KeepAsync(AnApplication.WithoutFault.Draft());
            var faulty = AnApplication
                .WithoutFault.With(content => content with { Title = new('x', 201), Outcomes = ["Good.", "\u202E"] })
                .Content;

            var refusal = Assert.IsType<CommandResult.Refused>(await _app.ChangeAsync(new ReplaceApplication(id, faulty))).Refusal;

            Assert.Equal(RefusalKind.Invalid, refusal.Kind);
            Assert.Equal(["microCredential.title", "microCredential.outcomes[1]"], refusal.Findings.Select(finding => finding.Field));
            Assert.Equal(
                AnApplication.WithoutFault.Content.MicroCredential!.Title,
                (await _app.ReadAsync(id)).Content.MicroCredential!.Title
            );
            Assert.IsType<CommandResult.Refused>(await _app.BeginAsync(new CreateApplication(faulty)));
            Assert.IsType<CommandResult.Refused>(await _app.BeginAsync(new SubmitPackage(faulty, [])));
        }

        [Fact]
        public async Task Of_a_command_at_the_wrong_time_are_not_looked_at() =>
            Assert.Equal(
                RefusalKind.WrongState,
                Assert
                    .IsType<CommandResult.Refused>(
                        await _app.ChangeAsync(new WithdrawApplication(await _app.KeepAsync(AnApplication.WithoutFault.Draft()), new("\0")))
                    )
                    .Refusal.Kind
            );
    }

    public sealed class OthersMeanwhile : CommandRunnerTests
    {
        [Fact]
        public async Task A_command_from_another_revision_changes_nothing()
        {
            var id = await InReviewAsync();
            var draft = await _app.KeepAsync(AnApplication.WithoutFault.Draft());

            Assert.IsType<CommandResult.Moved>(await _app.ChangeAsync(new WithdrawApplication(id, new("Stale.")), FromAnotherRevision));
            Assert.IsType<CommandResult.Moved>(await _app.DeleteAsync(new DeleteApplication(draft), FromAnotherRevision));
            Assert.Equal(ApplicationStatus.InReview, (await _app.ReadAsync(id)).Status);
            Assert.NotNull(await _app.Applications.FindAsync(draft, default));
        }

        [Fact]
        public async Task A_command_that_names_no_revision_is_applied_to_what_others_left()
        {
            var id = await _app.KeepAsync(AnApplication.WithoutFault.Draft());

            var done = Assert.IsType<CommandResult.Done>(await _app.ChangeAsync(Emptied(id, times: 2))).Application;

            Assert.Equal(3, (await _app.Applications.EventsAsync(id, default)).Count);
            Assert.Null(done.Content.MicroCredential);
            Assert.Equivalent(done, await _app.ReadAsync(id), strict: true);
        }

        [Fact]
        public async Task A_command_that_names_the_revision_it_came_from_is_not()
        {
            var id = await _app.KeepAsync(AnApplication.WithoutFault.Draft());

            Assert.IsType<CommandResult.Moved>(await _app.ChangeAsync(Emptied(id, times: 1), From((await _app.ReadAsync(id)).Revision)));

            Assert.NotNull((await _app.ReadAsync(id)).Content.MicroCredential);
        }

        [Fact]
        public async Task Somebody_who_is_always_quicker_wins_in_the_end_and_the_caller_may_try_again() =>
            Assert.IsType<CommandResult.Busy>(
                await _app.ChangeAsync(Emptied(await _app.KeepAsync(AnApplication.WithoutFault.Draft()), times: 100))
            );

        [Fact]
        public async Task Many_at_once_that_name_no_revision_all_get_through()
        {
            var id = await _app.KeepAsync((AnApplication.WithoutFault with { Documents = [] }).Draft());

            var results = await Task.WhenAll(
                Enumerable
                    .Range(0, 15)
                    .Select(async _ => await _app.ChangeAsync(new AddDocument(id, await _app.ReceiveAsync(DocumentKind.Other, 'b'))))
            );

            Assert.All(results, result => Assert.IsType<CommandResult.Done>(result));
            Assert.Equal(15, (await _app.ReadAsync(id)).Documents.Count);
        }

        [Fact]
        public async Task What_was_seen_before_is_read_again_once_it_has_changed()
        {
            var id = await _app.KeepAsync(AnApplication.WithoutFault.Draft());
            var seen = (await _app.Applications.FindAsync(id, default))!;
            await _app.ChangeAsync(new ReplaceApplication(id, AnApplication.WithoutFault.Urgent().Content));

            Assert.IsType<CommandResult.Done>(await _app.ChangeAsync(new SubmitApplication(id), new() { Seen = seen }));

            Assert.True((await _app.ReadAsync(id)).IsUrgent);
        }

        /// <summary>Empties a draft, while somebody else replaces its content this many times.</summary>
        private Interrupted<ReplaceApplication> Emptied(ApplicationId id, int times) =>
            new(new(id, new ApplicationContent(AnApplication.WithoutFault.Content.Type)), async attempt =>
            {
                if (attempt <= times)
                {
                    await _app.ChangeAsync(new ReplaceApplication(id, AnApplication.WithoutFault.Urgent().Content));
                }
            });
    }

    public sealed class WhatBreaksOff : CommandRunnerTests
    {
        [Fact]
        public async Task Is_done_all_the_same_and_made_up_for_by_the_sweeper()
        {
            var id = await _app.KeepAsync(AnApplication.WithoutFault.Draft());
            _app.Orchestrations.IsAway = true;

            Assert.IsType<CommandResult.Done>(await _app.ChangeAsync(new SubmitApplication(id)));

            Assert.Equal((await _app.ReadAsync(id)).Revision, Assert.Single(await _app.OutboxOfAsync(id)).Revision);
            _app.Orchestrations.IsAway = false;
            _app.Clock.Now += TimeSpan.FromMinutes(1);
            await _app.Function<Sweep>().RunAsync(new TimerInfo(), _app.Orchestrations, CancellationToken.None);
            Assert.Equal(Stage.Validation, Assert.Single(_app.Orchestrations.StartedOf(id)).Stage);
            Assert.Empty(await _app.OutboxOfAsync(id));
        }

        [Fact]
        public async Task Before_it_is_written_leaves_no_entry_where_somebody_was_quicker()
        {
            var id = await InReviewAsync();
            var seen = (await _app.Applications.FindAsync(id, default))!;
            await _app.ChangeAsync(
                new RecordFinding(TaskId.Create(id, 1), 1, new(CriterionResult.Met, "Read.")),
                caller: Callers.Evaluator
            );

            Assert.IsType<CommandResult.Moved>(
                await _app.ChangeAsync(new WithdrawApplication(id, new("Stale.")), From(seen.Application.Revision) with { Seen = seen })
            );

            Assert.Empty(await _app.OutboxOfAsync(id));
            Assert.Empty(_app.Orchestrations.ToldOf(id));
        }
    }
}
