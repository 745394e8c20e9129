namespace MicroCred.Demo.Cases;

/// <summary>What the people of a case do, and what must become of it.</summary>
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
