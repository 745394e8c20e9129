using System.Text.Json;

namespace MicroCred.Approval.Tests;

public sealed class ApprovalJsonTests
{
    /// <summary>An application's body as in the HTTP contract.</summary>
    private const string Body = """
        {
          "type": "ListingApprovalAccreditation",
          "microCredential": {
            "title": "StartUp Ignition", "level": 2, "credits": 20, "nzsced": "030501", "degreeLevel": null,
            "useCase": "Pathway", "purpose": "…", "outcomes": ["…"], "learningHours": 200, "deliveryModes": ["Online", "Workplace"],
            "entryRequirements": "…", "assessment": "…", "reviewPeriodYears": 1,
            "standards": [ { "number": 30477, "version": 1, "title": "…", "level": 2, "credits": 4 } ]
          },
          "need": { "statement": "…", "stakeholders": [ { "name": "…", "kind": "Industry", "view": "Supports", "summary": "…" } ] },
          "urgency": null,
          "funding": {
            "requested": true, "fund": "DQ3-7", "feePerCredit": 60.0, "employmentOutcomes": "…",
            "regulatoryCompliance": false, "postEntryHealthProfessional": false
          }
        }
        """;

    [Fact]
    public void The_contracts_body_is_read()
    {
        var content = Read<ApplicationContent>(Body);
        Assert.Equal((ApplicationType.ListingApprovalAccreditation, UseCase.Pathway), (content.Type, content.MicroCredential!.UseCase));
        Assert.Equal((Fund.Dq3To7, 60.0m), (content.Funding!.Fund, content.Funding.FeePerCredit));
        Assert.Equal([DeliveryMode.Online, DeliveryMode.Workplace], content.MicroCredential.DeliveryModes);
        Assert.Equal(new StandardContent(30477, 1, "…", 2, 4), content.MicroCredential.Standards!.Single());
    }

    [Fact]
    public void A_draft_may_leave_out_all_but_its_type() =>
        Assert.Equal(new(ApplicationType.Change), Read<ApplicationContent>("""{"type":"Change"}"""));

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"type":"Chnage"}""")]
    [InlineData("""{"type":"change"}""")]
    [InlineData("""{"type":"Change, Accreditation"}""")]
    [InlineData("""{"type":3}""")]
    [InlineData("""{"type":null}""")]
    [InlineData("""{"type":"Change","type":"Change"}""")]
    [InlineData("""{"type":"Change","colour":"red"}""")]
    [InlineData("""{"type":"Change","microCredential":{"level":"2"}}""")]
    [InlineData("""{"type":"Change","microCredential":{"level":2.5}}""")]
    [InlineData("""{"type":"Change","microCredential":{"status":"Approved"}}""")]
    [InlineData("""{"type":"Change","microCredential":{"deliveryModes":["Everywhere"]}}""")]
    [InlineData("""{"type":"Change","funding":{"requested":true,"fund":"DQ3-8"}}""")]
    [InlineData("""{"type":"Change","funding":{"requested":true,"fund":"Dq3To7"}}""")]
    [InlineData("""{"type":"Change","funding":{}}""")]
    public void What_is_unknown_repeated_or_of_the_wrong_type_is_an_error(string body) =>
        Assert.Throws<JsonException>(() => Read<ApplicationContent>(body));

    [Theory]
    [InlineData("0")]
    [InlineData("11")]
    [InlineData("3.5")]
    public void A_bad_level_cannot_be_read(string json) => Assert.Throws<JsonException>(() => Read<Level>(json));

    [Theory]
    [InlineData("\"505\"")]
    [InlineData("5056")]
    [InlineData("null")]
    public void A_bad_code_cannot_be_read(string json) => Assert.Throws<JsonException>(() => Read<ReportingCode>(json));

    [Fact]
    public void Values_are_written_plainly() =>
        Assert.Equal(
            """["DQ7-10","5056",3,"030501","MetWithCondition","Māori"]""",
            JsonSerializer.Serialize(
                new object[]
                {
                    Fund.Dq7To10,
                    ReportingCode.Parse("5056"),
                    Level.Create(3),
                    NzscedCode.Parse("030501"),
                    CriterionResult.MetWithCondition,
                    "Māori",
                },
                ApprovalJson.Options
            )
        );

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, ApprovalJson.Options)!;
}
