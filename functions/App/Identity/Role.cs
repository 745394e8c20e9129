namespace MicroCred.App.Identity;

/// <summary>The app roles that the identity provider assigns.</summary>
internal enum Role
{
    Provider,
    Evaluator,
    Registrar,
    FundingAdviser,

    /// <summary>Keeps the service running. Sees ids and states, but no text by a provider or an evaluator.</summary>
    Operator,
}
