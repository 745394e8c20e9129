namespace MicroCred.App.Storage;

/// <summary>How many lines a page of a list has.</summary>
internal static class PageSize
{
    /// <summary>The usual default.</summary>
    public const int Usual = 50;

    /// <summary>The maximum that a caller may ask for.</summary>
    public const int Most = 200;
}
