using System.Globalization;
using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>A level of the New Zealand qualifications framework. [Education and Training Act 2020 s 436]</summary>
[JsonConverter(typeof(NumberValueConverter<Level>))]
public readonly record struct Level : INumberValue<Level>
{
    /// <summary>The lowest level.</summary>
    public const int Minimum = 1;

    /// <summary>The highest level.</summary>
    public const int Maximum = 10;

    private Level(int value) => Value = value;

    /// <summary>The number, 1 to 10.</summary>
    public int Value { get; }

    /// <summary>False when the number is outside 1 to 10.</summary>
    public static bool TryCreate(int value, out Level result)
    {
        result = new(value);
        return value is >= Minimum and <= Maximum;
    }

    /// <summary>The number as a Level.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside 1 to 10.</exception>
    public static Level Create(int value) =>
        TryCreate(value, out var result) ? result : throw new ArgumentOutOfRangeException(nameof(value), value, "Level is 1 to 10.");

    /// <summary>The number in digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
