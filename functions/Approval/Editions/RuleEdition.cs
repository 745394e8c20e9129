namespace MicroCred.Approval;

/// <summary>The rules as they stood at a time. An application is judged by the edition that it was first submitted under.</summary>
/// <param name="Id">Its name, such as 2018.</param>
/// <param name="InForceFrom">The day it came into force.</param>
/// <param name="MinimumCredits">The smallest micro-credential.</param>
/// <param name="MaximumCredits">The largest.</param>
/// <param name="ReviewYears">The review periods, in years, that may be proposed.</param>
/// <param name="Framework">The qualifications framework's short name.</param>
/// <param name="StandardSettingBody">The standard-setting bodies' short name.</param>
/// <param name="SupportLetterAsked">Whether that body's support letter is asked for.</param>
/// <param name="Criteria">What evaluators judge by, in order.</param>
public sealed record RuleEdition(
    string Id,
    DateOnly InForceFrom,
    int MinimumCredits,
    int MaximumCredits,
    IReadOnlyList<int> ReviewYears,
    string Framework,
    string StandardSettingBody,
    bool SupportLetterAsked,
    IReadOnlyList<EvaluationCriterion> Criteria
);
