namespace MicroCred.Approval;

/// <summary>An edition of the rules. An application is judged by the edition in force for its first submission.</summary>
/// <param name="Id">The edition's id, such as 2018.</param>
/// <param name="InForceFrom">The day it came into force.</param>
/// <param name="MinimumCredits">The fewest credits of a micro-credential.</param>
/// <param name="MaximumCredits">The most credits.</param>
/// <param name="ReviewYears">The review periods that may be proposed, in years.</param>
/// <param name="Framework">The qualifications framework's short name.</param>
/// <param name="StandardSettingBody">The standard-setting bodies' short name.</param>
/// <param name="SupportLetterAsked">Whether a support letter from that body is required.</param>
/// <param name="Criteria">The evaluation criteria, in order.</param>
public sealed record RuleEdition(
    [property: TextLimit(TextLimit.Title)] string Id,
    DateOnly InForceFrom,
    int MinimumCredits,
    int MaximumCredits,
    [property: ListLimit] IReadOnlyList<int> ReviewYears,
    [property: TextLimit(TextLimit.Title)] string Framework,
    [property: TextLimit(TextLimit.Title)] string StandardSettingBody,
    bool SupportLetterAsked,
    [property: ListLimit] IReadOnlyList<EvaluationCriterion> Criteria
);
