namespace MicroCred.App.Storage;

/// <summary>How many lines a page of a list has.</summary>
internal static class PageSize
{
    /// <summary>Where the caller doesn't say, as a rule.</summary>
    public const int Usual = 50;

    /// <summary>The most that a caller may ask for.</summary>
    public const int Most = 200;
}
