using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Operation;
using MicroCred.App.Publication;
using MicroCred.App.Storage;
using MicroCred.Approval;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Pages;

/// <summary>The register as a page to read and search.</summary>
[Feature(Features.Pages)]
internal sealed class ShowRegister(RegisterIndex index, Portal.Pages pages)
{
    [Function(nameof(ShowRegister)), Public]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "register")] HttpRequest request, CancellationToken cancel)
    {
        RegisterQuery query;
        try
        {
            query = SearchRegister.QueryOf(request);
        }
        catch (ProblemException asked)
        {
            Problem problem = asked.Problem;
            string detail = problem.Findings is [var finding, ..] ? $"{finding.Message} {finding.Action}" : problem.Detail;
            return PageResult.Of(await pages.Problem("This search can't be made", detail), problem.Status);
        }

        ListPage<RegisterEntry> found = query.Page(await index.All(cancel));
        RegisterFilters filters = new(
            query.Words.Count == 0 ? null : string.Join(' ', query.Words), query.Level?.Value, query.Subject, query.ProviderType, query.Status);
        return PageResult.Of(await pages.Register(new RegisterListing(filters, found.Items, query.After?.ToString(), found.Next)));
    }
}
