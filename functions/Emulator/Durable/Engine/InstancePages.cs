using Azure.Core.Serialization;
using MicroCred.Emulator.Durable.Stores;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>The instances that a client asked for, fetched while they are enumerated.</summary>
internal sealed class InstancePages(IInstanceStore store, OrchestrationQuery query, ObjectSerializer serializer)
    : AsyncPageable<OrchestrationMetadata>
{
    private readonly InstanceQuery _query = new(
        query.InstanceIdPrefix,
        query.CreatedFrom,
        query.CreatedTo,
        query.Statuses?.Any() is true ? [.. query.Statuses] : null,
        query.FetchInputsAndOutputs);

    public override async IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        var next = continuationToken ?? query.ContinuationToken;
        do
        {
            var page = await store.QueryAsync(_query, next, pageSizeHint ?? query.PageSize, CancellationToken.None);
            next = page.ContinuationToken;
            yield return new Page<OrchestrationMetadata>(
                [.. page.Values.Select(state => Metadata.Of(state, query.FetchInputsAndOutputs, serializer))], next);
        }
        while (next is not null);
    }
}
