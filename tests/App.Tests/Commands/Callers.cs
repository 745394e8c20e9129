using MicroCred.App.Identity;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Commands;

/// <summary>The tests' people, as callers of commands.</summary>
internal static class Callers
{
    public static Caller Mito { get; } = new(People.Provider, new HashSet<Role> { Role.Provider }, Providers.Mito);

    public static Caller Careerforce { get; } =
        new(new("careerforce", "Careerforce", ActorKind.Provider), new HashSet<Role> { Role.Provider }, Providers.Careerforce);

    public static Caller Evaluator { get; } = Of(People.Evaluator, Role.Evaluator);

    public static Caller OtherEvaluator { get; } = Of(People.OtherEvaluator, Role.Evaluator);

    public static Caller Registrar { get; } = Of(People.Registrar, Role.Registrar);

    public static Caller Adviser { get; } = Of(People.Adviser, Role.FundingAdviser);

    private static Caller Of(Actor actor, Role role) => new(actor, new HashSet<Role> { role }, Provider: null);
}
