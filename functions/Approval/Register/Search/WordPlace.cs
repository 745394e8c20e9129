namespace MicroCred.Approval;

/// <summary>Where an entry has a word: the higher, the more it says about the entry.</summary>
internal enum WordPlace
{
    /// <summary>In its outcomes, standards or providers.</summary>
    Text,

    /// <summary>In its title, or as its number or reporting code.</summary>
    Title,
}
