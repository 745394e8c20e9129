using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using MicroCred.Emulator.Durable;

namespace MicroCred.Emulator.Checks;

/// <summary>The tokens under which an assembly refers to what makes task names of strings, and to what takes task names.</summary>
internal sealed class TaskMembers
{
    private readonly HashSet<int> _makers = [];
    private readonly Dictionary<int, bool> _calls = [];

    public TaskMembers(MetadataReader metadata)
    {
        foreach (var handle in metadata.MemberReferences)
            Add(metadata, metadata.GetMemberReference(handle), MetadataTokens.GetToken(handle));

        for (var row = 1; row <= metadata.GetTableRowCount(TableIndex.MethodSpec); row++)
        {
            var generic = MetadataTokens.MethodSpecificationHandle(row);
            if (_calls.TryGetValue(MetadataTokens.GetToken(metadata.GetMethodSpecification(generic).Method), out var toActivity))
                _calls.Add(MetadataTokens.GetToken(generic), toActivity);
        }
    }

    /// <summary>Whether the member makes a task name of a string.</summary>
    public bool MakesName(int token) => _makers.Contains(token);

    /// <summary>Whether the member calls an activity, or else an orchestrator; null when neither.</summary>
    public bool? Calls(int token) => _calls.TryGetValue(token, out var toActivity) ? toActivity : null;

    private void Add(MetadataReader metadata, MemberReference member, int token)
    {
        if (member.Parent.Kind != HandleKind.TypeReference)
            return;

        var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
        if (!metadata.StringComparer.Equals(type.Namespace, typeof(TaskName).Namespace!))
            return;

        switch (metadata.GetString(type.Name), metadata.GetString(member.Name))
        {
            case (nameof(TaskName), "op_Implicit" or ".ctor"):
                _makers.Add(token);
                break;
            case (nameof(TaskOrchestrationContext), nameof(TaskOrchestrationContext.CallActivityAsync)):
                _calls.Add(token, true);
                break;
            case (nameof(TaskOrchestrationContext), nameof(TaskOrchestrationContext.CallSubOrchestratorAsync)):
            case (nameof(DurableTaskClient), nameof(DurableTaskClient.ScheduleNewOrchestrationInstanceAsync)):
                _calls.Add(token, false);
                break;
        }
    }
}
