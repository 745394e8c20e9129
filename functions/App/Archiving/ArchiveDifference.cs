namespace MicroCred.App.Archiving;

/// <summary>Something that isn't as a night put it away. It has ids and numbers, and nothing that anybody wrote.</summary>
/// <param name="Application">The application; null where only a file is known.</param>
/// <param name="File">The archive's file, with its container; null where it isn't about one.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Detail">In words.</param>
internal sealed record ArchiveDifference(ApplicationId? Application, string? File, DifferenceKind Kind, string Detail);

/// <summary>How something differs from what was put away.</summary>
internal enum DifferenceKind
{
    /// <summary>An application that was put away has no row any more.</summary>
    ApplicationGone,

    /// <summary>Its rows can't be read.</summary>
    Unreadable,

    /// <summary>Its state was changed without an event, or put back.</summary>
    StateChanged,

    /// <summary>Its events don't follow from each other, or its state from the last.</summary>
    ChainBroken,

    /// <summary>An event isn't the one that was put away.</summary>
    EventChanged,

    /// <summary>An event that was put away is gone.</summary>
    EventGone,

    /// <summary>A document's bytes aren't those that were handed in.</summary>
    DocumentChanged,

    /// <summary>A document's bytes are gone.</summary>
    DocumentGone,

    /// <summary>The public file of its entry is neither as it was put away nor as its application has it.</summary>
    EntryChanged,

    /// <summary>A file of the archive isn't what was signed.</summary>
    FileChanged,

    /// <summary>A file of the archive is gone.</summary>
    FileGone,

    /// <summary>A file is in the archive that no night put there.</summary>
    FilePlanted,

    /// <summary>A night that another refers to is gone.</summary>
    NightGone,
}
