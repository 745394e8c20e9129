using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>Its subject.</summary>
public sealed class SubjectSection() : Section("subject", "Subject", typeof(SubjectFields), "microCredential.nzsced")
{
    /// <inheritdoc/>
    public override Form FormOf(ApplicationContent content) => Form.Of(("microCredential.nzsced", content.MicroCredential?.Nzsced ?? ""));

    /// <inheritdoc/>
    public override ApplicationContent Read(ApplicationContent content, FormReader form) =>
        content with
        {
            // A suggestion is taken as it stands, such as “0305 Automotive Engineering and Technology”.
            MicroCredential = (content.MicroCredential ?? new()) with
            {
                Nzsced = form.Text("microCredential.nzsced") is { } typed ? CodeIn(typed) : null,
            },
        };

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string Value)> Answers(ApplicationContent content) =>
        [("Subject", content.MicroCredential?.Nzsced is { } code ? WithName(code) : "")];

    private static string CodeIn(string typed) =>
        typed.Split(' ')[0] is var first && first.Length > 0 && first.All(char.IsAsciiDigit) ? first : typed;

    private static string WithName(string code) => Nzsced.Field(code) is { } field ? $"{code} ({field.Narrow})" : code;
}
