namespace MicroCred.Approval;

/// <summary>The role in which an actor acts.</summary>
public enum ActorKind
{
    /// <summary>For the applying provider.</summary>
    Provider,

    /// <summary>For NZQA, evaluating and deciding applications.</summary>
    Evaluator,

    /// <summary>For NZQA, managing the evaluators' work and the register.</summary>
    Registrar,

    /// <summary>For TEC, deciding what the funding rules alone can't.</summary>
    FundingAdviser,

    /// <summary>No person: a rule, a timer or an import.</summary>
    System,
}
