using System.Reflection;
using MicroCred.App.Identity;

namespace MicroCred.App.Notices;

/// <summary>A kind of notice.</summary>
/// <param name="Name">Its name, as operators and the API see it.</param>
/// <param name="What">What it tells, in a few words.</param>
/// <param name="Roles">The roles of those who may get it.</param>
internal sealed record NoticeKind(string Name, string What, IReadOnlyList<Role> Roles)
{
    /// <summary>Every kind, by name.</summary>
    public static IReadOnlyList<NoticeKind> All { get; } =
    [
        .. typeof(Notice)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Notice)))
            .Select(type => (Name: Notice.KindOf(type), Concerns: type.GetCustomAttribute<ConcernsAttribute>()!))
            .Select(kind => new NoticeKind(kind.Name, kind.Concerns.What, kind.Concerns.Roles))
            .OrderBy(kind => kind.Name, StringComparer.Ordinal),
    ];

    /// <summary>The kinds that somebody may get.</summary>
    public static IEnumerable<NoticeKind> For(Caller caller) => All.Where(kind => caller.IsAny(kind.Roles));
}
