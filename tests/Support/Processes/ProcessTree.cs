using System.Globalization;

namespace MicroCred.Tests.Support.Processes;

/// <summary>This machine's processes by parent, as Linux lists them under /proc.</summary>
public static class ProcessTree
{
    private const char Zombie = 'Z';

    /// <summary>The living children of a process whose command line contains a text.</summary>
    public static IReadOnlyList<int> ChildrenOf(int parent, string saying) =>
        [
            .. from id in Ids()
            where IsAlive(id) && ParentOf(id) == parent && CommandOf(id).Contains(saying, StringComparison.Ordinal)
            select id,
        ];

    /// <summary>Whether a process exists and hasn't ended.</summary>
    public static bool IsAlive(int id) => Status(id) is [var state, ..] && state != $"{Zombie}";

    /// <summary>Whether a process has ended and its parent has collected its status.</summary>
    public static bool IsCollected(int id) => Status(id) is null;

    private static IEnumerable<int> Ids() =>
        from folder in Directory.EnumerateDirectories("/proc")
        let name = Path.GetFileName(folder)
        where int.TryParse(name, CultureInfo.InvariantCulture, out _)
        select int.Parse(name, CultureInfo.InvariantCulture);

    private static int? ParentOf(int id) => Status(id) is [_, var parent, ..] ? int.Parse(parent, CultureInfo.InvariantCulture) : null;

    private static string CommandOf(int id) => Read($"/proc/{id}/cmdline")?.Replace('\0', ' ') ?? "";

    // "id (name) state parent …"; a name may contain anything, even brackets.
    private static string[]? Status(int id) => Read($"/proc/{id}/stat") is { } text ? text[(text.LastIndexOf(')') + 2)..].Split(' ') : null;

    /// <summary>Null where the process has ended meanwhile.</summary>
    private static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
