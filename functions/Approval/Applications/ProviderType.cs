namespace MicroCred.Approval;

/// <summary>The kinds of tertiary education organisation that the register reports by.</summary>
public enum ProviderType
{
    /// <summary>A former institute of technology or polytechnic.</summary>
    InstituteOfTechnology,

    /// <summary>An industry training organisation or a work-based learning division.</summary>
    WorkBasedLearning,

    /// <summary>A private training establishment.</summary>
    Pte,

    /// <summary>A wānanga.</summary>
    Wananga,

    /// <summary>A university, which approves its own micro-credentials.</summary>
    University,

    /// <summary>An industry skills board; a standard-setting body since 2026.</summary>
    IndustrySkillsBoard,
}
