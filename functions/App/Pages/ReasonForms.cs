using System.Globalization;
using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Storage;
using MicroCred.Approval;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Pages;

/// <summary>
/// Runs commands that need one thing of a person, mostly a reason: shows the page that asks, or runs the command with the answer.
/// </summary>
internal sealed class ReasonForms(FormPosts posts, FormCommands commands, CallersPages pages, CallersApplications applications)
{
    /// <param name="request">The request.</param>
    /// <param name="page">The page that asks.</param>
    /// <param name="missing">What to do where nothing was given.</param>
    /// <param name="command">
    /// Makes the command of what was given (a day as 2027-03-01), and of the reason beside it where the page asks for one.
    /// </param>
    /// <param name="next">The address to go on to.</param>
    /// <param name="kept">What is kept now, by label, for a form that was made before something else was saved.</param>
    /// <param name="client">Tells the orchestration.</param>
    /// <param name="seen">The application as it was just read for the caller.</param>
    /// <param name="cancellationToken">Cancels what isn't written yet.</param>
    public async Task<IResult> RunAsync<TCommand>(
        HttpRequest request,
        ReasonModel page,
        string missing,
        Func<string, string?, TCommand> command,
        Func<Application, string> next,
        Func<Application, IReadOnlyList<(string Label, string Value)>> kept,
        DurableTaskClient client,
        StoredApplication seen,
        CancellationToken cancellationToken
    )
        where TCommand : IApplicationCommand
    {
        if (HttpMethods.IsGet(request.Method))
        {
            return await pages.ShowAsync(request, page);
        }

        FormReader reader = new(await posts.ReadAsync(request, cancellationToken));
        var given = reader.Given(page.Field!, missing);
        if (page.IsDay && reader.Day(page.Field!, page.Label) is { } day)
        {
            given = day.ToString("O", CultureInfo.InvariantCulture);
        }

        var why = page.Why is (_, { } missingWhy) ? reader.Given(ReasonModel.WhyField, missingWhy) : reader.Text(ReasonModel.WhyField);
        return reader.IsGood
            ? await commands.ChangeAsync(request, reader.Form, command(given, why), next, AgainAsync, client, cancellationToken, seen)
            : await pages.ShowAsync(request, page with { Form = reader.Form }, StatusCodes.Status422UnprocessableEntity);

        async Task<PageModel> AgainAsync(Form wrong)
        {
            var now = await applications.FindAsync(seen.Application.Id, cancellationToken);
            return page with { Form = wrong.Against(commands.RevisionOf(now), kept(now)).At(page.Field!) };
        }
    }
}
