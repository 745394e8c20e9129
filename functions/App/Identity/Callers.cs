using MicroCred.Approval;

namespace MicroCred.App.Identity;

/// <summary>
/// Makes of who is signed in who that is here: roles are the identity provider's word, whose person somebody is the directory's, by
/// their id.
/// </summary>
internal sealed class Callers(SectorDirectory directory)
{
    /// <param name="principal">Who is signed in.</param>
    /// <returns>The caller; null where it has no id.</returns>
    public Caller? Of(ClientPrincipal principal)
    {
        if (principal.Id is not { } given)
        {
            return null;
        }

        var id = PersonId.Of(given);

        HashSet<Role> roles = [.. principal.AppRoles];
        var kind = KindOf(roles);

        // Names are shown to other people, so an id is none.
        var provider = directory.ProviderOf(id);
        Actor actor = new(id, principal.Name ?? $"{kind} without a name", kind) { ActsFor = provider?.Number };
        return new Caller(actor, roles, provider) { Interests = directory.InterestsOf(id) };
    }

    private static ActorKind KindOf(HashSet<Role> roles) =>
        roles.Contains(Role.Registrar) ? ActorKind.Registrar
        : roles.Contains(Role.Evaluator) ? ActorKind.Evaluator
        : roles.Contains(Role.FundingAdviser) ? ActorKind.FundingAdviser
        : ActorKind.Provider;
}
