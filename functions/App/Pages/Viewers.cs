using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.Portal;

namespace MicroCred.App.Pages;

/// <summary>People as the pages show them to themselves.</summary>
internal static class Viewers
{
    public static Viewer Of(Caller caller) => new(caller.Actor.Name, OrganisationOf(caller), LinksOf(caller));

    /// <summary>Where a person's work is; the account's page for somebody who may do nothing.</summary>
    public static string StartOf(Caller caller) => LinksOf(caller) is [var (address, _), ..] ? address : Links.Account;

    public static string InWords(Role role) => role == Role.FundingAdviser ? "Funding adviser" : role.ToString();

    private static string? OrganisationOf(Caller caller) =>
        caller.Provider is { } provider ? provider.Name
        : caller.Is(Role.Evaluator) || caller.Is(Role.Registrar) ? "NZQA"
        : caller.Is(Role.FundingAdviser) ? "TEC"
        : null;

    private static List<(string Address, string Text)> LinksOf(Caller caller)
    {
        List<(string, string)> links = [];
        if (IdentityMiddleware.Barred(caller) is not null)
        {
            return links;
        }

        if (caller.Is(Role.Provider))
        {
            links.Add((Links.Applications, "Applications"));
        }

        if (caller.Is(Role.Registrar))
        {
            links.Add((Links.Oversight, "Oversight"));
            links.Add((Links.Evaluators, "Evaluators"));
        }

        if (caller.Is(Role.Evaluator) || caller.Is(Role.Registrar))
        {
            links.Add((Links.Tasks, "Tasks"));
        }

        if (caller.Is(Role.FundingAdviser))
        {
            links.Add((Links.Referrals, "Referrals"));
        }

        return links;
    }
}
