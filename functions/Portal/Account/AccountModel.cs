namespace MicroCred.Portal;

/// <summary>Who somebody is here.</summary>
/// <param name="Id">The id that they sign in with.</param>
/// <param name="Roles">Their roles, in words.</param>
/// <param name="Barred">Why they may do nothing here, and whom to ask; null where they may do something.</param>
/// <param name="Interests">The providers in which they declared an interest, by number.</param>
public sealed record AccountModel(string Id, IReadOnlyList<string> Roles, string? Barred, IReadOnlyList<string> Interests)
    : PageModel(typeof(AccountPage))
{
    /// <summary>Whether the person evaluates, and so has interests and times away to say.</summary>
    public bool Evaluates { get; init; }
}
