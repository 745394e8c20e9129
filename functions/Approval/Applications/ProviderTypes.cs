namespace MicroCred.Approval;

/// <summary>Labels of provider types in the register's reports.</summary>
public static class ProviderTypes
{
    /// <summary>The label in NZQA's Table One; for universities and skills boards, which aren't in that table, their usual names.</summary>
    public static string Name(ProviderType type) =>
        type switch
        {
            ProviderType.InstituteOfTechnology => "Te Pūkenga (ITPs)",
            ProviderType.WorkBasedLearning => "ITOs and Te Pūkenga (WBL)",
            ProviderType.Pte => "PTE",
            ProviderType.Wananga => "Wānanga",
            ProviderType.University => "University",
            ProviderType.IndustrySkillsBoard => "Industry Skills Board",
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a type of provider."),
        };
}
