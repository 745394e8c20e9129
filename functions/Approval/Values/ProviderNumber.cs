using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>A tertiary education organisation's number with the Ministry of Education (EDUMIS); no check digit is known.</summary>
[JsonConverter(typeof(TextValueConverter<ProviderNumber>))]
public readonly record struct ProviderNumber : ITextValue<ProviderNumber>
{
    private readonly string? _digits;

    private ProviderNumber(string digits) => _digits = digits;

    /// <summary>False when the text isn't four digits.</summary>
    public static bool TryCreate(string? text, out ProviderNumber result)
    {
        var good = Digits.Are(text, 4);
        result = good ? new(text!) : default;
        return good;
    }

    /// <summary>The text as a ProviderNumber.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not four digits.</exception>
    public static ProviderNumber Parse(string text) =>
        TryCreate(text, out var result) ? result : throw new ArgumentOutOfRangeException(nameof(text), text, "Not four digits.");

    /// <summary>The four digits.</summary>
    public override string ToString() => _digits ?? "0000";
}
