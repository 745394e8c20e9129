using System.Globalization;
using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>
/// A micro-credential's size: one credit is ten notional learning hours. An edition of the rules may allow only part of this range.
/// </summary>
[JsonConverter(typeof(NumberValueConverter<Credits>))]
public readonly record struct Credits : INumberValue<Credits>
{
    /// <summary>The fewest credits.</summary>
    public const int Minimum = 1;

    /// <summary>The most credits.</summary>
    public const int Maximum = 40;

    private Credits(int value) => Value = value;

    /// <summary>The number, 1 to 40.</summary>
    public int Value { get; }

    /// <summary>False when the number is outside 1 to 40.</summary>
    public static bool TryCreate(int value, out Credits result)
    {
        result = new(value);
        return value is >= Minimum and <= Maximum;
    }

    /// <summary>The number as a Credits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside 1 to 40.</exception>
    public static Credits Create(int value) =>
        TryCreate(value, out var result) ? result : throw new ArgumentOutOfRangeException(nameof(value), value, "Credits is 1 to 40.");

    /// <summary>The number in digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
