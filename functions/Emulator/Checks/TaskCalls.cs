using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace MicroCred.Emulator.Checks;

/// <summary>
/// Finds calls of activities and orchestrators by constant names in compiled code: a string that is made a task name, and then the call
/// that takes it. Reads the file, because loading everything that the code refers to would take a second.
/// </summary>
internal static class TaskCalls
{
    public static IReadOnlyList<TaskCall> In(string assemblyPath)
    {
        using var file = new PEReader(File.OpenRead(assemblyPath));
        var metadata = file.GetMetadataReader();
        var members = new TaskMembers(metadata);
        return [.. metadata.MethodDefinitions.SelectMany(method => In(file, metadata, members, metadata.GetMethodDefinition(method)))];
    }

    private static IEnumerable<TaskCall> In(PEReader file, MetadataReader metadata, TaskMembers members, MethodDefinition method)
    {
        if (method.RelativeVirtualAddress == 0)
            yield break;

        string? text = null;
        string? name = null;
        foreach (var (code, token) in Instructions.Of(file.GetMethodBody(method.RelativeVirtualAddress).GetILReader()))
        {
            if (members.MakesName(token))
                name = text;
            else if (name is not null && members.Calls(token) is { } toActivity)
                yield return new TaskCall(CallerName.Of(metadata, method), Interlocked.Exchange(ref name, null), toActivity);

            text = code == OpCodes.Ldstr ? metadata.GetUserString(MetadataTokens.UserStringHandle(token)) : null;
        }
    }
}
