using System.Globalization;
using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>Whether TEC is asked to fund it.</summary>
public sealed class FundingSection() : Section("funding", "Funding", typeof(FundingFields), "funding")
{
    /// <inheritdoc/>
    public override Form FormOf(ApplicationContent content) =>
        Form.Of(
            ("funding.requested", content.Funding is { } asked ? Words(asked.Requested) : null),
            ("funding.fund", content.Funding?.Fund is { } fund ? EnumNames.Of(fund) : ""),
            ("funding.feePerCredit", content.Funding?.FeePerCredit?.ToString(CultureInfo.InvariantCulture) ?? ""),
            ("funding.employmentOutcomes", content.Funding?.EmploymentOutcomes ?? ""),
            ("funding.regulatoryCompliance", content.Funding?.RegulatoryCompliance is { } compliance ? Words(compliance) : null),
            ("funding.postEntryHealthProfessional", content.Funding?.PostEntryHealthProfessional is { } health ? Words(health) : null)
        );

    /// <inheritdoc/>
    public override ApplicationContent Read(ApplicationContent content, FormReader form)
    {
        var requested = form.YesNo("funding.requested", "Funding");
        FundingContent funding = new(
            requested ?? false,
            form.Choice<Fund>("funding.fund", "Fund"),
            form.Money("funding.feePerCredit", "Fee"),
            form.Text("funding.employmentOutcomes"),
            form.YesNo("funding.regulatoryCompliance", "Compliance training"),
            form.YesNo("funding.postEntryHealthProfessional", "Health professionals")
        );
        return content with { Funding = requested is null && funding == new FundingContent(false) ? null : funding };
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string Value)> Answers(ApplicationContent content) =>
        [
            ("Asks for TEC funding", Words(content.Funding?.Requested)),
            ("Fund", content.Funding?.Fund is { } fund ? Labels.Of(fund) : ""),
            (
                "Fee for each credit",
                content.Funding?.FeePerCredit is { } fee ? string.Create(CultureInfo.InvariantCulture, $"${fee:0.00##}, GST included") : ""
            ),
            ("Employment outcomes", content.Funding?.EmploymentOutcomes ?? ""),
            ("Compliance training", Words(content.Funding?.RegulatoryCompliance)),
            ("For working health professionals", Words(content.Funding?.PostEntryHealthProfessional)),
        ];
}
