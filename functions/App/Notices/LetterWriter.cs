using MicroCred.App.Settings;
using MicroCred.Approval;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Notices;

/// <summary>Writes letters to providers as the pages that are kept.</summary>
internal sealed class LetterWriter(IServiceScopeFactory scopes, Site site)
{
    /// <summary>The letter about a change; null where it has none.</summary>
    /// <param name="notices">What is told of the change; at most one of them is a letter to keep.</param>
    /// <param name="change">The change.</param>
    public async Task<KeptLetter?> WriteAsync(IEnumerable<Notice> notices, Change change)
    {
        if (notices.SingleOrDefault(notice => notice.Keeps is not null) is not { Keeps: { } kind } notice)
        {
            return null;
        }

        var letter = notice.Write();
        var at = change.Events[0].At;
        // Blazor's renderer needs scoped services.
        await using var scope = scopes.CreateAsyncScope();
        var html = await scope
            .ServiceProvider.GetRequiredService<MicroCred.Portal.Pages>()
            .LetterAsync(new(letter.Subject, change.Application.Provider.Name, at, notice.Envelope.Title, letter.Parts, site.Url));
        return new(kind, at, html);
    }
}
