using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>Its level and its size.</summary>
public sealed class LevelSection()
    : Section(
        "level",
        "Level and credits",
        typeof(LevelFields),
        "microCredential.level",
        "microCredential.degreeLevel",
        "microCredential.credits",
        "microCredential.learningHours"
    )
{
    /// <inheritdoc/>
    public override Form FormOf(ApplicationContent content) =>
        Form.Of(
            ("microCredential.level", Words(content.MicroCredential?.Level)),
            ("microCredential.degreeLevel", content.MicroCredential?.DegreeLevel is { } degree ? Words(degree) : null),
            ("microCredential.credits", Words(content.MicroCredential?.Credits)),
            ("microCredential.learningHours", Words(content.MicroCredential?.LearningHours))
        );

    /// <inheritdoc/>
    public override ApplicationContent Read(ApplicationContent content, FormReader form) =>
        content with
        {
            MicroCredential = (content.MicroCredential ?? new()) with
            {
                Level = form.Whole("microCredential.level", "Level"),
                DegreeLevel = form.YesNo("microCredential.degreeLevel", "Degree level"),
                Credits = form.Whole("microCredential.credits", "Credits"),
                LearningHours = form.Whole("microCredential.learningHours", "Hours of learning"),
            },
        };

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string Value)> Answers(ApplicationContent content) =>
        [
            ("Level", Words(content.MicroCredential?.Level)),
            ("Degree level", Words(content.MicroCredential?.DegreeLevel)),
            ("Credits", Words(content.MicroCredential?.Credits)),
            ("Hours of learning", Words(content.MicroCredential?.LearningHours)),
        ];
}
