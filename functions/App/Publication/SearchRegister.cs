using MicroCred.App.Identity;
using MicroCred.App.OpenApi;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Publication;

/// <summary>The register's entries, by number, as far as they fit what is asked for.</summary>
internal sealed class SearchRegister(RegisterIndex index)
{
    [Function(nameof(SearchRegister)), Public]
    [Paged]
    [Query("q", typeof(string), "Words that the entry has.")]
    [Query("level", typeof(Level), "Its level.")]
    [Query("subject", typeof(string), "The first digits of its NZSCED code, or its broad field.")]
    [Query("providerType", typeof(ProviderType), "Its developer's type.")]
    [Query("status", typeof(RegisterStatus), "Its status.")]
    [Gives(StatusCodes.Status200OK, typeof(ListPage<RegisterEntryView>))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register")] HttpRequest request, CancellationToken cancel)
    {
        RegisterQuery query = RegisterQuery.Of(request);
        ListPage<RegisterEntry> page = query.Page(await index.All(cancel));
        request.HttpContext.Response.Headers.CacheControl = RegisterCaching.Header;
        return Results.Ok(new ListPage<RegisterEntryView>([.. page.Items.Select(RegisterEntryView.Of)], page.Next));
    }
}
