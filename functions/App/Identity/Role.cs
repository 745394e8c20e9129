namespace MicroCred.App.Identity;

/// <summary>The app roles that the identity provider gives people.</summary>
internal enum Role
{
    Provider,
    Evaluator,
    Registrar,
    FundingAdviser,

    /// <summary>Keeps the service running. Sees ids and states, and nothing that a provider or an evaluator wrote.</summary>
    Operator,
}
