using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Register;

/// <summary>Renders pages that are written to files. Blazor's renderer needs scoped services.</summary>
internal sealed class PublicPages(IServiceScopeFactory scopes)
{
    /// <summary>A page's content.</summary>
    public async Task<BinaryData> RenderAsync(Func<MicroCred.Portal.Pages, Task<string>> render)
    {
        await using var scope = scopes.CreateAsyncScope();
        return BinaryData.FromString(await render(scope.ServiceProvider.GetRequiredService<MicroCred.Portal.Pages>()));
    }
}
