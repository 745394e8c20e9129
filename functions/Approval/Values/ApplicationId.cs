using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>An application's permanent id: a GUID, written with hyphens in lower case.</summary>
[JsonConverter(typeof(TextValueConverter<ApplicationId>))]
public readonly record struct ApplicationId : ITextValue<ApplicationId>
{
    private ApplicationId(Guid value) => Value = value;

    /// <summary>The GUID.</summary>
    public Guid Value { get; }

    /// <summary>A new application's id from a GUID made by the caller; the domain generates nothing itself.</summary>
    public static ApplicationId New(Guid value) => new(value);

    /// <summary>False when the text isn't a GUID with hyphens.</summary>
    public static bool TryCreate(string? text, out ApplicationId result)
    {
        var good = Guid.TryParseExact(text, "D", out var value);
        result = new(value);
        return good;
    }

    /// <summary>The text as an application id.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a GUID with hyphens.</exception>
    public static ApplicationId Parse(string text) =>
        TryCreate(text, out var result) ? result : throw new ArgumentOutOfRangeException(nameof(text), text, "Not an application's id.");

    /// <summary>The GUID with hyphens, lower case.</summary>
    public override string ToString() => Value.ToString("D");
}
