namespace MicroCred.Inspection.Zip;

/// <summary>How much a zip may hold and unpack to, in bytes where not said otherwise.</summary>
public sealed record ZipLimits
{
    /// <summary>The most entries.</summary>
    public int Entries { get; init; } = 2_000;

    /// <summary>The most entries that the zips inside it may have together: a workbook behind a chart has a dozen.</summary>
    public int Inside { get; init; } = 20_000;

    /// <summary>
    /// For how many bytes of its length a smaller zip may have one of these, and how many besides; null for <see cref="Inside"/>.
    /// </summary>
    public int? InsideFor { get; init; }

    /// <inheritdoc cref="InsideFor"/>
    public int InsideMore { get; init; }

    /// <summary>The largest table of contents: it is read whole.</summary>
    public long Directory { get; init; } = 2L << 20;

    /// <summary>What one entry may unpack to.</summary>
    public long Entry { get; init; } = 128L << 20;

    /// <summary>What all entries may unpack to together.</summary>
    public long Together { get; init; } = 256L << 20;

    /// <summary>
    /// How many times its own length, and how many bytes more, a smaller zip may unpack to; null for <see cref="Together"/>.
    /// </summary>
    public int? TogetherTimes { get; init; }

    /// <inheritdoc cref="TogetherTimes"/>
    public long TogetherMore { get; init; }

    /// <summary>
    /// The highest ratio of an entry's unpacked to its packed size, once it is over <see cref="RatioFrom"/>. Text stays far below.
    /// </summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Below this an entry's ratio says nothing.</summary>
    public long RatioFrom { get; init; } = 8L << 20;

    /// <summary>The most entries that the zips inside a zip of this length may have together.</summary>
    public int InsideOf(long length) => InsideFor is { } bytes ? (int)Math.Min(Inside, (length / bytes) + InsideMore) : Inside;

    /// <summary>The bytes that all entries of a zip of this length may unpack to together.</summary>
    public long TogetherOf(long length) => TogetherTimes is { } times ? Math.Min(Together, (times * length) + TogetherMore) : Together;
}
