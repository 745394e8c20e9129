using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>What is applied for, and what it is called.</summary>
public sealed class AboutSection()
    : Section(
        "about",
        "What it is",
        typeof(AboutFields),
        "type",
        "registerNumber",
        "microCredential",
        "microCredential.title",
        "microCredential.useCase",
        "commissionedBy",
        "universityApproval"
    )
{
    /// <inheritdoc/>
    public override Form FormOf(ApplicationContent content) =>
        Form.Of(
            ("microCredential.title", content.MicroCredential?.Title ?? ""),
            ("type", content.Type.ToString()),
            ("registerNumber", Words(content.RegisterNumber)),
            ("microCredential.useCase", content.MicroCredential?.UseCase?.ToString()),
            ("commissionedBy", content.CommissionedBy ?? ""),
            ("universityApproval.body", content.UniversityApproval?.Body ?? ""),
            ("universityApproval.date", Words(content.UniversityApproval?.Date)),
            ("universityApproval.reference", content.UniversityApproval?.Reference ?? "")
        );

    /// <inheritdoc/>
    public override ApplicationContent Read(ApplicationContent content, FormReader form)
    {
        UniversityApprovalContent approval = new(
            form.Text("universityApproval.body"),
            form.Day("universityApproval.date", "The day of approval"),
            form.Text("universityApproval.reference")
        );
        return content with
        {
            Type = form.Choice<ApplicationType>("type", "What you apply for") ?? content.Type,
            MicroCredential = (content.MicroCredential ?? new()) with
            {
                Title = form.Text("microCredential.title"),
                UseCase = form.Choice<UseCase>("microCredential.useCase", "Main use"),
            },
            RegisterNumber = form.Whole("registerNumber", "The register number"),
            CommissionedBy = form.Text("commissionedBy"),
            UniversityApproval = approval == new UniversityApprovalContent() ? null : approval,
        };
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string Value)> Answers(ApplicationContent content) =>
        [
            ("Title", content.MicroCredential?.Title ?? ""),
            ("What you apply for", Labels.Of(content.Type)),
            ("Number on the register", Words(content.RegisterNumber)),
            ("Main use", content.MicroCredential?.UseCase is { } use ? Labels.Of(use) : ""),
            ("Commissioned by", content.CommissionedBy ?? ""),
            ("Approved by the university", content.UniversityApproval is { } approval ? Labels.Of(approval) : ""),
        ];
}
