using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Importing;
using MicroCred.App.Telemetry;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Pages.Oversight;

/// <summary>The page where a registrar adds the entries of an earlier register, or sees in a table what is wrong with their file.</summary>
[Feature(Features.Pages)]
internal sealed class ImportByForm(RegisterImport import, FormPosts posts, CallersPages pages)
{
    private static readonly IReadOnlyList<ImportColumn> Columns =
    [
        .. ImportRules.Published.Columns.Select(column => new ImportColumn(column.Name, column.Required, column.Rule)),
    ];

    [Function(nameof(ImportByForm)), Allow(Role.Registrar)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "oversight/import")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        ImportModel model = new(Form.Empty, Columns);
        if (HttpMethods.IsGet(request.Method))
        {
            return await pages.ShowAsync(request, model);
        }

        var file = await ReceiveAsync(request, cancellationToken);
        if (file.IsEmpty)
        {
            return await WrongAsync(request, model, "Choose a file.");
        }

        // A file that is sent twice is told by what is in it.
        return await import.RunAsync(file.ToMemory(), key: null, cancellationToken) switch
        {
            ImportOutcome.Done(var added) => await pages.ShowAsync(request, model with { Added = added }),
            ImportOutcome.Faulty(var detail, var findings) => await WrongAsync(
                request,
                model with
                {
                    Faults = [.. findings.Select(finding => (finding.Row, finding.Column, finding.Message))],
                },
                detail
            ),
            ImportOutcome.Busy => throw new ProblemException(Problem.Busy),
            var outcome => throw new InvalidOperationException($"Nothing is known of {outcome}."),
        };
    }

    private async Task<IResult> WrongAsync(HttpRequest request, ImportModel model, string message) =>
        await pages.ShowAsync(
            request,
            model with
            {
                Form = model.Form.WithError(message).At(ImportModel.FileField),
            },
            StatusCodes.Status422UnprocessableEntity
        );

    private async Task<BinaryData> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var file = BinaryData.Empty;
        await foreach (var part in posts.ReadPartsAsync(request, ImportRegister.Largest, ImportRegister.TooLarge, cancellationToken))
        {
            if (part.Name == ImportModel.FileField)
            {
                file = await BinaryData.FromStreamAsync(part.Content, cancellationToken);
            }
        }

        return file;
    }
}
