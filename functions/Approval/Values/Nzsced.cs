using System.Collections.Frozen;

namespace MicroCred.Approval;

/// <summary>The subject classification's twelve broad fields and their narrow ones.</summary>
public static class Nzsced
{
    private static readonly FrozenDictionary<string, SubjectField> Fields = Load().ToFrozenDictionary(field => field.Code);

    /// <summary>The broad fields' names in the order of their codes.</summary>
    public static IReadOnlyList<string> BroadFields { get; } =
    [.. Fields.Values.OrderBy(field => field.Code, StringComparer.Ordinal).Select(field => field.Broad).Distinct()];

    /// <summary>The narrow fields in the order of their codes.</summary>
    public static IReadOnlyList<SubjectField> NarrowFields { get; } =
    [.. Fields.Values.OrderBy(field => field.Code, StringComparer.Ordinal)];

    /// <summary>The narrow field that the code's first four digits name, or null when the classification has none.</summary>
    public static SubjectField? Field(string code) => code.Length < 4 ? null : Fields.GetValueOrDefault(code[..4]);

    /// <summary>The broad fields' two-digit codes, in their order, with their names.</summary>
    public static IReadOnlyList<(string Code, string Name)> BroadCodes { get; } =
    [.. NarrowFields.Select(field => (field.Code[..2], field.Broad)).Distinct()];

    /// <summary>Whether the text is a broad field's two-digit code.</summary>
    public static bool IsBroad(string code) => BroadCodes.Any(field => field.Code == code);

    /// <summary>Whether the text is two, four or six digits of a code whose field is in the classification.</summary>
    public static bool IsCode(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Length switch
        {
            2 => IsBroad(code),
            4 => Field(code) is not null,
            _ => NzscedCode.TryCreate(code, out _),
        };
    }

    private static IEnumerable<SubjectField> Load() =>
        from line in EmbeddedFile.Lines("nzsced-narrow.csv").Skip(1)
        let cells = Csv(line)
        select new SubjectField(cells[0], cells[1], cells[2]);

    /// <summary>The file quotes only names that contain commas, so splitting at quotes is enough.</summary>
    private static string[] Csv(string line) =>
        [.. line.Split('"').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(',', StringSplitOptions.RemoveEmptyEntries))];
}
