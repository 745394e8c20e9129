namespace MicroCred.App.Notices;

/// <summary>What a letter that is kept for a provider is about.</summary>
internal enum LetterKind
{
    /// <summary>The application needs corrections.</summary>
    Returned,

    /// <summary>NZQA asks something.</summary>
    InformationRequest,

    /// <summary>The application was approved or declined.</summary>
    Decision,

    /// <summary>A decline was reconsidered.</summary>
    Reconsideration,

    /// <summary>TEC may fund it, or not.</summary>
    Funding,

    /// <summary>The application lapsed.</summary>
    Lapsed,

    /// <summary>The provider withdrew the application.</summary>
    Withdrawn,

    /// <summary>The micro-credential is on the register.</summary>
    Published,
}
