namespace MicroCred.Approval;

/// <summary>The need for the micro-credential and who was asked about it, as entered.</summary>
public sealed record NeedContent(
    [property: TextLimit(TextLimit.LongText)] string? Statement = null,
    [property: ListLimit] IReadOnlyList<StakeholderContent>? Stakeholders = null
)
{
    /// <summary>The stakeholders without nulls, which lists as entered may hold.</summary>
    internal IReadOnlyList<StakeholderContent> GivenStakeholders => [.. (Stakeholders ?? []).Where(stakeholder => stakeholder is not null)];
}
