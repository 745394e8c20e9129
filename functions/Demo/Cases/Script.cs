namespace MicroCred.Demo.Cases;

/// <summary>The actions of a case's people, and the expected outcome.</summary>
internal sealed record Script(
    string Name,
    int Order,
    string By,
    UploadWay Upload,
    IReadOnlyList<ScriptedDocument> Documents,
    IReadOnlyList<ScriptedFinding>? Findings,
    ScriptedQuestion? InformationRequest,
    ScriptedDecision? Decision,
    ScriptedReferral? Referral,
    Expectation Expect
);
