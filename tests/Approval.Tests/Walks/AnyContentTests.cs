using System.Text.Json;
using CsCheck;

namespace MicroCred.Approval.Tests;

/// <summary>Whatever is entered, the domain answers with findings and never throws.</summary>
public sealed class AnyContentTests
{
    [Fact]
    public void It_keeps_its_form_through_JSON() =>
        AnyContent.Random.Sample(content =>
        {
            var draft = (AnApplication.WithoutFault with { Content = content }).Draft();
            var read = JsonSerializer.Deserialize<Application>(JsonSerializer.Serialize(draft, ApprovalJson.Options), ApprovalJson.Options);
            Assert.Equivalent(draft, read, strict: true);
        });

    [Fact]
    public void It_is_validated_and_assessed() =>
        AnyContent.Random.Sample(content =>
        {
            var application = AnApplication.WithoutFault with { Content = content };
            Assert.All(RuleEditions.All, edition => Assert.All(application.Findings(edition), finding => Assert.NotEmpty(finding.Message)));
            Assert.Equal(FundingTests.All.Count, application.Assessment().Tests.Count);
        });

    [Fact]
    public void It_comes_on_the_register_where_validation_lets_it_pass() =>
        AnyContent.Random.Sample(content =>
        {
            var application = AnApplication.WithoutFault.WithAll(valid =>
                content with
                {
                    MicroCredential = valid.MicroCredential! with
                    {
                        Outcomes = content.MicroCredential?.Outcomes,
                        Standards = content.MicroCredential?.Standards,
                    },
                    Need = valid.Need,
                    Funding = null,
                }
            );
            if (application.Findings().All(finding => finding.Severity == Severity.Warning))
            {
                Assert.DoesNotContain(AnEntry.Of(application).Outcomes, string.IsNullOrWhiteSpace);
            }
        });
}
