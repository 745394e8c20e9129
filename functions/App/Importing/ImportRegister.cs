using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace MicroCred.App.Importing;

/// <summary>
/// Takes the entries of an earlier register from CSV: all or none, and every faulty row and column is named. A row equal to the entry of its
/// number changes nothing and isn't counted. The columns' rules are at <c>/api/register/import/rules</c>.
/// </summary>
[Feature(Features.Publication)]
internal sealed class ImportRegister(RegisterImport import, CurrentUser user)
{
    /// <summary>In bytes. Ten thousand entries of the usual length take a tenth of it.</summary>
    public const int Largest = 64 << 20;

    public static readonly string TooLarge = $"A file may have {Largest >> 20} MiB. Split it.";

    private const string CsvType = "text/csv";

    [Function(nameof(ImportRegister)), Allow(Role.Registrar)]
    [TakesFile(CsvType)]
    [HeedsIdempotencyKey]
    [Gives(StatusCodes.Status200OK, typeof(ImportAnswer))]
    [Gives(StatusCodes.Status422UnprocessableEntity, typeof(ImportProblem), "application/problem+json")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/register/import")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals(CsvType, StringComparison.OrdinalIgnoreCase)
        )
        {
            throw new ProblemException(Problem.WrongType("Send the file as CSV, with the header Content-Type: text/csv."));
        }

        var file = await BinaryData.FromStreamAsync(new LimitedStream(request.Body, Largest, TooLarge), cancellationToken);
        var key = request.IdempotencyKey() is { } given ? RequestKey.HashOf(user.Caller, given) : null;
        return await import.RunAsync(file.ToMemory(), key, cancellationToken) switch
        {
            ImportOutcome.Done(var imported) => Results.Ok(new ImportAnswer(imported)),
            ImportOutcome.Faulty(var detail, var findings) => ImportProblem.Of(detail, findings).ToResult(),
            ImportOutcome.KeyUsed => Problem.KeyUsed.ToResult(),
            ImportOutcome.Busy => Problem.Busy.ToResult(),
            var outcome => throw new InvalidOperationException($"Nothing is known of {outcome}."),
        };
    }
}
