using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>
/// A subject: six digits of the New Zealand Standard Classification of Education. The first two name a broad field, the first four a narrow
/// one. There is no check digit; the last two digits aren't checked, since only the narrow fields are available.
/// </summary>
[JsonConverter(typeof(TextValueConverter<NzscedCode>))]
public readonly record struct NzscedCode : ITextValue<NzscedCode>
{
    private readonly string? _digits;

    private NzscedCode(string digits) => _digits = digits;

    /// <summary>The broad field's name, one of twelve.</summary>
    public string BroadField => Nzsced.Field(ToString())?.Broad ?? "";

    /// <summary>The narrow field's name.</summary>
    public string NarrowField => Nzsced.Field(ToString())?.Narrow ?? "";

    /// <summary>False when the text isn't six digits or its narrow field isn't in the classification.</summary>
    public static bool TryCreate(string? text, out NzscedCode result)
    {
        var good = IsSixDigits(text) && Nzsced.Field(text!) is not null;
        result = good ? new(text!) : default;
        return good;
    }

    /// <summary>The text as a subject.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not six digits, or not in the classification.</exception>
    public static NzscedCode Parse(string text) =>
        TryCreate(text, out var result) ? result : throw new ArgumentOutOfRangeException(nameof(text), text, "Not a subject of NZSCED.");

    /// <summary>Whether the text is six digits, in the classification or not.</summary>
    public static bool IsSixDigits(string? text) => Digits.Are(text, 6);

    /// <summary>The six digits.</summary>
    public override string ToString() => _digits ?? "000000";
}
