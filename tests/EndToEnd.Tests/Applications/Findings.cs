using System.Text.Json.Nodes;

namespace MicroCred.EndToEnd.Tests.Applications;

/// <summary>What was found against an application, as it is answered.</summary>
internal static class Findings
{
    /// <summary>The errors, each as its rule and the field that it is about.</summary>
    public static IEnumerable<(string Rule, string Field)> Errors(this JsonNode application) =>
        application["findings"]!
            .AsArray()
            .Where(finding => (string?)finding!["severity"] == "Error")
            .Select(finding => ((string)finding!["rule"]!, (string)finding["field"]!));
}
