using System.Diagnostics.CodeAnalysis;

namespace MicroCred.Approval;

/// <summary>What counts as written.</summary>
internal static class Text
{
    public static bool IsGiven([NotNullWhen(true)] string? text) => !string.IsNullOrWhiteSpace(text);
}
