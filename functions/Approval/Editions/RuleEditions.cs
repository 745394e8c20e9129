using System.Text.Json;

namespace MicroCred.Approval;

/// <summary>The editions of the rules, from <c>editions.json</c>. To add one, add a row there.</summary>
public static class RuleEditions
{
    /// <summary>Every edition, oldest first.</summary>
    public static IReadOnlyList<RuleEdition> All { get; } = Load();

    /// <summary>The edition that applies unless another is chosen: 2018.</summary>
    public static RuleEdition Default => All[0];

    /// <summary>The edition with this id, or null.</summary>
    public static RuleEdition? Find(string? id) => All.FirstOrDefault(edition => edition.Id == id);

    private static RuleEdition[] Load()
    {
        using var file = EmbeddedFile.Open("editions.json");
        return JsonSerializer.Deserialize<RuleEdition[]>(file, ApprovalJson.Options)!;
    }
}
