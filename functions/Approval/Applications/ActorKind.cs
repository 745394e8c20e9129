namespace MicroCred.Approval;

/// <summary>In what role somebody acts.</summary>
public enum ActorKind
{
    /// <summary>For the provider that applies.</summary>
    Provider,

    /// <summary>For NZQA, reading and deciding applications.</summary>
    Evaluator,

    /// <summary>For NZQA, running the evaluators' work and the register.</summary>
    Registrar,

    /// <summary>For TEC, settling what funding rules alone can't.</summary>
    FundingAdviser,

    /// <summary>No person: a rule, a clock or an import.</summary>
    System,
}
