using MicroCred.App.Identity;
using MicroCred.App.Similarity;
using MicroCred.Approval;
using MicroCred.Portal;

namespace MicroCred.App.Pages.Applications;

/// <summary>What is like an application, as pages show it to the person who makes the request.</summary>
internal sealed class SimilarLines(SimilarFinder finder, CurrentUser user)
{
    public async Task<IReadOnlyList<SimilarLine>> OfAsync(Application application, CancellationToken cancellationToken) =>
        [
            .. from similar in await finder.FindAsync(application, user.Caller, cancellationToken)
            select new SimilarLine(
                similar.Title,
                similar.RegisterNumber is { } number ? Links.Entry(number) : Links.Application(similar.ApplicationId!.Value),
                similar.RegisterNumber is not null,
                similar.Score,
                similar.Shared
            ),
        ];
}
