namespace MicroCred.Inspection.Zip;

/// <summary>Limits on a zip's entries and unpacked sizes, in bytes unless stated otherwise.</summary>
public sealed record ZipLimits
{
    /// <summary>The most entries.</summary>
    public int Entries { get; init; } = 2_000;

    /// <summary>The most entries in all nested zips together; for scale, a chart's workbook has a dozen.</summary>
    public int Inside { get; init; } = 20_000;

    /// <summary>
    /// A smaller zip may have one nested entry for this many bytes of its length, plus <see cref="InsideMore"/>; null for <see
    /// cref="Inside"/>.
    /// </summary>
    public int? InsideFor { get; init; }

    /// <inheritdoc cref="InsideFor"/>
    public int InsideMore { get; init; }

    /// <summary>The largest central directory, which is read whole.</summary>
    public long Directory { get; init; } = 2L << 20;

    /// <summary>The most unpacked bytes of one entry.</summary>
    public long Entry { get; init; } = 128L << 20;

    /// <summary>The most unpacked bytes of all entries together.</summary>
    public long Together { get; init; } = 256L << 20;

    /// <summary>
    /// A smaller zip may unpack to this many times its own length, plus <see cref="TogetherMore"/>; null for <see cref="Together"/>.
    /// </summary>
    public int? TogetherTimes { get; init; }

    /// <inheritdoc cref="TogetherTimes"/>
    public long TogetherMore { get; init; }

    /// <summary>The highest ratio of unpacked to packed size for an entry over <see cref="RatioFrom"/>. Text stays far below.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>The unpacked size below which an entry's ratio isn't checked.</summary>
    public long RatioFrom { get; init; } = 8L << 20;

    /// <summary>The most entries in all nested zips of a zip of this length.</summary>
    public int InsideOf(long length) => InsideFor is { } bytes ? (int)Math.Min(Inside, (length / bytes) + InsideMore) : Inside;

    /// <summary>The most unpacked bytes of all entries of a zip of this length.</summary>
    public long TogetherOf(long length) => TogetherTimes is { } times ? Math.Min(Together, (times * length) + TogetherMore) : Together;
}
