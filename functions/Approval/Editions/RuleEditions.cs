using System.Text.Json;

namespace MicroCred.Approval;

/// <summary>The editions of the rules there are, from <c>editions.json</c>: a new one is a new row there.</summary>
public static class RuleEditions
{
    /// <summary>Every edition, oldest first.</summary>
    public static IReadOnlyList<RuleEdition> All { get; } = Load();

    /// <summary>The one that applies unless another is chosen: 2018's.</summary>
    public static RuleEdition Default => All[0];

    /// <summary>The edition of that name, or null.</summary>
    public static RuleEdition? Find(string? id) => All.FirstOrDefault(edition => edition.Id == id);

    private static RuleEdition[] Load()
    {
        using var file = EmbeddedFile.Open("editions.json");
        return JsonSerializer.Deserialize<RuleEdition[]>(file, ApprovalJson.Options)!;
    }
}
