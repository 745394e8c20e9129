namespace MicroCred.Approval;

/// <summary>
/// What many entries have in common, kept once: providers, standards, names, and lists with nothing in them or with the same one thing. An
/// entry that was read from storage has copies of its own, a quarter of what a large register takes. Not safe for use by several at once.
/// </summary>
public sealed class SharedParts
{
    private readonly Dictionary<object, object> _parts = [];
    private readonly Dictionary<object, object> _lists = [];

    /// <summary>The same entry, of parts that others have too.</summary>
    public RegisterEntry Of(RegisterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry with
        {
            Developer = One(entry.Developer),
            Deliverers = Several(entry.Deliverers),
            Outcomes = Own(entry.Outcomes),
            DeliveryModes = Several(entry.DeliveryModes),
            Standards = Several(entry.Standards),
            Pathways = Own(entry.Pathways),
            Languages = Several(entry.Languages),
            DeliverySites = Several(entry.DeliverySites),
            Partners = Own(entry.Partners),
            Conditions = Own(entry.Conditions),
        };
    }

    /// <summary>A list of parts that others have too.</summary>
    private IReadOnlyList<T> Several<T>(IReadOnlyList<T> list)
        where T : notnull =>
        list switch
        {
            [] => [],
            [var only] => ListOf(only),
            _ => list.Select(One).ToArray(),
        };

    private IReadOnlyList<T> ListOf<T>(T only)
        where T : notnull
    {
        if (!_lists.TryGetValue(only, out var list))
        {
            _lists[only] = list = new[] { One(only) };
        }

        return (IReadOnlyList<T>)list;
    }

    private T One<T>(T part)
        where T : notnull
    {
        if (!_parts.TryGetValue(part, out var known))
        {
            _parts[part] = known = part;
        }

        return (T)known;
    }

    /// <summary>A list of what only this entry has, without room for more.</summary>
    private static T[] Own<T>(IReadOnlyList<T> list) => list.Count == 0 ? [] : list.ToArray();
}
