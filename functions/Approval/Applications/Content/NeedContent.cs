namespace MicroCred.Approval;

/// <summary>The need for the micro-credential and the stakeholders consulted about it, as entered.</summary>
public sealed record NeedContent(
    [property: TextLimit(TextLimit.LongText)] string? Statement = null,
    [property: ListLimit] IReadOnlyList<StakeholderContent>? Stakeholders = null
)
{
    /// <summary>The stakeholders without the nulls that an entered list may contain.</summary>
    internal IReadOnlyList<StakeholderContent> GivenStakeholders => [.. (Stakeholders ?? []).Where(stakeholder => stakeholder is not null)];
}
