using System.Text.Json;

namespace MicroCred.Approval.Tests;

/// <summary>Chains of events as stored, with the states they lead to as JSON.</summary>
internal static class Chains
{
    public static IReadOnlyList<AuditEvent> Of(params IReadOnlyList<Change> changes)
    {
        List<AuditEvent> events = [];
        string? before = null;
        foreach (var change in changes)
        {
            var after = HashOf(change.Application);
            events.AddRange(AuditChain.Seal(change.Events, events is [.., var last] ? last.Hash : AuditChain.Origin, before, after));
            before = after;
        }
        return events;
    }

    public static string HashOf(Application application) => AuditChain.HashOf(JsonSerializer.Serialize(application, ApprovalJson.Options));
}
