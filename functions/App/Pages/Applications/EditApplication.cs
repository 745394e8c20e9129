using System.Text.Json;
using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Serialization;
using MicroCred.App.Settings;
using MicroCred.App.Submission;
using MicroCred.App.Telemetry;
using MicroCred.App.Validation;
using MicroCred.Approval;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Pages.Applications;

/// <summary>A page of an application's form: shows what is kept, and saves what is sent.</summary>
[Feature(Features.Pages)]
internal sealed class EditApplication(
    CallersApplications applications,
    FormPosts posts,
    FormCommands commands,
    CallersPages pages,
    ApplicationChecker checker,
    RuleSettings rules
)
{
    [Function(nameof(EditApplication)), Allow<ReplaceApplication>]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "applications/{id:guid}/edit/{section}")] HttpRequest request,
        Guid id,
        string section,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var seen = await applications.FindStoredAsync(ApplicationId.New(id), cancellationToken);
        var application = seen.Application;
        if (Section.Find(section) is not { } page)
        {
            throw new ProblemException(Problem.NotFound);
        }

        if (HttpMethods.IsGet(request.Method) && !MayChange(application, page))
        {
            throw new ProblemException(Problem.WrongState("This application isn't yours to change now."));
        }

        if (HttpMethods.IsGet(request.Method))
        {
            var kept = page.FormOf(application.Content) with { Revision = commands.RevisionOf(application) };
            return await pages.ShowAsync(request, await ModelAsync(application, page, kept, cancellationToken));
        }

        var form = page.Arranged(await posts.ReadAsync(request, cancellationToken));
        FormReader reader = new(form);
        var content = ChangedBy(page, application, reader);
        var wrong = reader.Form;
        if (JsonSerializer.SerializeToUtf8Bytes(content, AppJson.Api).Length > RequestBody.Limit)
        {
            wrong = wrong.WithError($"With this the application would have more than {RequestBody.Limit / 1024} KB of text. Shorten it.");
        }

        if (wrong.Errors.Count > 0)
        {
            return await pages.ShowAsync(
                request,
                await ModelAsync(application, page, wrong, cancellationToken),
                StatusCodes.Status422UnprocessableEntity
            );
        }

        return await commands.ChangeAsync(
            request,
            form,
            new ReplaceApplication(application.Id, content),
            after => NextOf(after, page, form["then"]),
            refused => AgainAsync(application.Id, page, refused, cancellationToken),
            client,
            cancellationToken,
            seen
        );
    }

    /// <summary>Whether something on a page is its provider's to change: all of it, or what the open question permits.</summary>
    private static bool MayChange(Application application, Section section) =>
        application.IsEditable || AskedFields.SectionsOf(application.PermittedFields).Contains(section);

    /// <summary>
    /// The content as a form changes it. For an answer, what wasn't touched stays to the letter, as no form can say it: that nothing else
    /// changes is checked.
    /// </summary>
    private static ApplicationContent ChangedBy(Section section, Application application, FormReader reader)
    {
        var content = section.Read(application.Content, reader);
        if (application.IsEditable)
        {
            return content;
        }

        var untouched = section.Read(application.Content, new FormReader(section.Arranged(section.FormOf(application.Content))));
        return ContentFields.Taking(
            application.Content,
            content,
            [.. ContentFields.Between(untouched, content).Select(change => change.Path)]
        );
    }

    private static string NextOf(Application after, Section section, string then) =>
        after.Stage is Stage.Information && then != "more"
            ? Links.Done(Links.Answer(after.Id, after.InformationRequests[^1].Number), "saved")
            : NextOf(after.Id, section, then);

    private static string NextOf(ApplicationId id, Section section, string then) =>
        then switch
        {
            "more" => Links.Done(Links.Section(id, section.Slug), "saved"),
            "list" => Links.Done(Links.Application(id), "saved"),
            _ => section.Next is { } next ? Links.Done(Links.Section(id, next.Slug), "saved") : Links.Done(Links.Application(id), "saved"),
        };

    private async Task<PageModel> AgainAsync(ApplicationId id, Section section, Form typed, CancellationToken cancellationToken)
    {
        var now = await applications.FindAsync(id, cancellationToken);
        return await ModelAsync(
            now,
            section,
            typed.Against(commands.RevisionOf(now), [.. section.Answers(now.Content)]),
            cancellationToken
        );
    }

    private async Task<PageModel> ModelAsync(Application application, Section section, Form form, CancellationToken cancellationToken)
    {
        IReadOnlyList<Finding> findings = [];
        if (section.IsBegun(application.Content) || application.Stage is Stage.Correction)
        {
            var all = await checker.FindAsync(application, cancellationToken);
            findings = [.. all.Where(finding => Section.Of(finding.Field) == section)];
        }

        return new SectionModel(application, section, form, rules.EditionOf(application), findings);
    }
}
