using MicroCred.Approval;

namespace MicroCred.App.Identity;

/// <summary>
/// Creates the caller from the signed-in principal: roles come from the identity provider, the provider that somebody acts for comes from
/// the directory, by their id.
/// </summary>
internal sealed class Callers(SectorDirectory directory)
{
    /// <param name="principal">Who is signed in.</param>
    /// <returns>The caller; null where the principal has no id.</returns>
    public Caller? Of(ClientPrincipal principal)
    {
        if (principal.Id is not { } given)
        {
            return null;
        }

        var id = PersonId.Of(given);

        HashSet<Role> roles = [.. principal.AppRoles];
        var kind = KindOf(roles);

        // Names are shown to other people, so the id doesn't serve as one.
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
