namespace MicroCred.App.Archiving;

/// <summary>A difference from the archived copy. It holds only ids and numbers, no text that anybody wrote.</summary>
/// <param name="Application">The application; null where only a file is known.</param>
/// <param name="File">The archive's file, with its container; null where the difference isn't about one.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Detail">A description.</param>
internal sealed record ArchiveDifference(ApplicationId? Application, string? File, DifferenceKind Kind, string Detail);

/// <summary>The kinds of difference.</summary>
internal enum DifferenceKind
{
    /// <summary>An archived application has no row any more.</summary>
    ApplicationGone,

    /// <summary>Its rows can't be read.</summary>
    Unreadable,

    /// <summary>Its state was changed without an event, or rolled back.</summary>
    StateChanged,

    /// <summary>Its events don't follow from each other, or its state doesn't follow from the last.</summary>
    ChainBroken,

    /// <summary>An event isn't the archived one.</summary>
    EventChanged,

    /// <summary>An archived event is missing.</summary>
    EventGone,

    /// <summary>A document's bytes aren't those that were submitted.</summary>
    DocumentChanged,

    /// <summary>A document's bytes are missing.</summary>
    DocumentGone,

    /// <summary>The entry's public file matches neither the archived file nor its application.</summary>
    EntryChanged,

    /// <summary>A file of the archive isn't what was signed.</summary>
    FileChanged,

    /// <summary>A file of the archive is missing.</summary>
    FileGone,

    /// <summary>The archive has a file that no night added.</summary>
    FilePlanted,

    /// <summary>A night that another refers to is missing.</summary>
    NightGone,
}
