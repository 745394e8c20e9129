using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>An answer of the application's form that differs between two versions.</summary>
/// <param name="Label">What was asked.</param>
/// <param name="Words">The answer before and after, word by word.</param>
public sealed record ChangedAnswer(string Label, IReadOnlyList<WordDifference> Words)
{
    /// <summary>All that differ, by section; sections without any are left out.</summary>
    public static IReadOnlyList<(Section Section, IReadOnlyList<ChangedAnswer> Answers)> Between(
        VersionContent before,
        VersionContent after
    )
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [.. Section.All.Select(section => (section, Between(section, before, after))).Where(section => section.Item2.Count > 0)];
    }

    private static IReadOnlyList<ChangedAnswer> Between(Section section, VersionContent before, VersionContent after) =>
        [
            .. section
                .Answers(before.Content)
                .Zip(section.Answers(after.Content))
                .Where(answer => answer.First.Value != answer.Second.Value)
                .Select(answer => new ChangedAnswer(answer.First.Label, WordDifference.Between(answer.First.Value, answer.Second.Value))),
            .. section is DocumentsSection ? Documents(before, after) : [],
        ];

    private static IEnumerable<ChangedAnswer> Documents(VersionContent before, VersionContent after) =>
        before
            .Documents.Except(after.Documents)
            .Select(document => new ChangedAnswer(Labels.Of(document.Kind), [WordDifference.Removed(document.FileName)]))
            .Concat(
                after
                    .Documents.Except(before.Documents)
                    .Select(document => new ChangedAnswer(Labels.Of(document.Kind), [WordDifference.Added(document.FileName)]))
            );
}
