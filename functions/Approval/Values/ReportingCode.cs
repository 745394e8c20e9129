using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>The four digits under which a listed micro-credential is reported, such as 5056. [Listing Rules r 8]</summary>
[JsonConverter(typeof(TextValueConverter<ReportingCode>))]
public readonly record struct ReportingCode : ITextValue<ReportingCode>
{
    /// <summary>The highest one, as a number.</summary>
    public const int Highest = 9999;

    private readonly string? _digits;

    private ReportingCode(string digits) => _digits = digits;

    /// <summary>False when the text isn't four digits.</summary>
    public static bool TryCreate(string? text, out ReportingCode result)
    {
        var good = Digits.Are(text, 4);
        result = good ? new(text!) : default;
        return good;
    }

    /// <summary>The text as a ReportingCode.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not four digits.</exception>
    public static ReportingCode Parse(string text) =>
        TryCreate(text, out var result) ? result : throw new ArgumentOutOfRangeException(nameof(text), text, "Not four digits.");

    /// <summary>The four digits.</summary>
    public override string ToString() => _digits ?? "0000";
}
