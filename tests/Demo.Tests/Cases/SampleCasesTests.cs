using System.Text.Json.Nodes;
using MicroCred.Demo.Cases;

namespace MicroCred.Demo.Tests.Cases;

public static class SampleCasesTests
{
    public sealed class The_samples
    {
        [Fact]
        public void Are_the_papers_eight_cases_and_four_faulty_ones()
        {
            Assert.Equal(8, SampleCases.All.Count(sample => !sample.IsFaulty));
            Assert.Equal(
                ["CRED01", "DOC01", "DOC03", "STD01"],
                SampleCases.All.Where(sample => sample.IsFaulty).SelectMany(sample => sample.Script.Expect.Rules)
            );
        }

        [Theory]
        [InlineData("startup-ignition", "mito", 2, 20)]
        [InlineData("startup-accelerate-automotive", "mito", 3, 21)]
        [InlineData("startup-accelerate-collision", "mito", 3, 21)]
        [InlineData("digital-skills-for-the-workplace", "mind-lab", 7, 15)]
        [InlineData("pre-flight-security", "stratcom", 3, 30)]
        [InlineData("covid-19-vaccination", "careerforce", 3, 9)]
        [InlineData("introduction-to-digital-accessibility", "vuw", null, 5)]
        [InlineData("teachers-moving-into-leadership", "vuw", null, 5)]
        public void Have_the_levels_and_credits_that_the_paper_gives(string id, string by, int? level, int credits)
        {
            var sample = SampleCases.All.Single(sample => sample.Id == id);
            var credential = sample.Application["microCredential"]!;

            Assert.Equal(by, sample.Script.By);
            Assert.Equal(level ?? (int)credential["level"]!, (int)credential["level"]!);
            Assert.Equal(credits, (int)credential["credits"]!);
            Assert.Equal(10 * credits, (int)credential["learningHours"]!);
        }

        [Fact]
        public void Say_that_a_level_is_illustrative_where_the_paper_gives_none() =>
            Assert.All(SampleCases.All.Where(sample => sample.Script.By == "vuw"), sample =>
                Assert.Contains("is illustrative", (string)sample.Application["microCredential"]!["purpose"]!, StringComparison.Ordinal)
            );

        [Theory]
        [InlineData("startup-ignition", "microCredential.pathways", "NCEA Level 2")]
        [InlineData("startup-accelerate-automotive", "microCredential.pathways", "StartUp Ignition")]
        [InlineData("startup-accelerate-collision", "microCredential.pathways", "New Zealand Apprenticeship")]
        [InlineData("digital-skills-for-the-workplace", "partners", "Future of Work industry group")]
        [InlineData("pre-flight-security", "microCredential.restrictedTo", "Secureflight's own staff")]
        [InlineData("pre-flight-security", "partners", "Secureflight")]
        [InlineData("covid-19-vaccination", "microCredential.awardRequires", "Ministry of Health")]
        [InlineData("covid-19-vaccination", "microCredential.recognitionOfPriorLearning", "Recognition of Prior Learning")]
        [InlineData("covid-19-vaccination", "microCredential.assessorRequirements", "at least two years' experience")]
        [InlineData("introduction-to-digital-accessibility", "commissionedBy", "Department of Internal Affairs")]
        [InlineData("introduction-to-digital-accessibility", "universityApproval.body", "(illustrative)")]
        [InlineData("teachers-moving-into-leadership", "microCredential.pathways", "15-credit paper")]
        [InlineData("teachers-moving-into-leadership", "universityApproval.body", "(illustrative)")]
        public void Say_what_the_paper_says_beside(string id, string path, string fact)
        {
            JsonNode sample = SampleCases.All.Single(sample => sample.Id == id).Application;

            var said = path.Split('.').Aggregate(sample, (node, name) => node[name]!);

            Assert.Contains(fact, said.ToJsonString(SampleCases.Readable), StringComparison.Ordinal);
        }

        [Fact]
        public void Mark_every_standard_as_illustrative_since_the_paper_names_none() =>
            Assert.All(SampleCases.All.SelectMany(sample => sample.Application["microCredential"]!["standards"]!.AsArray()), standard =>
                Assert.EndsWith("(illustrative)", (string)standard!["title"]!, StringComparison.Ordinal)
            );
    }

    public sealed class Each_sample
    {
        /// <summary>What a body may leave out.</summary>
        private static readonly string[] Optional =
        [
            "pathways",
            "recognitionOfPriorLearning",
            "awardRequires",
            "assessorRequirements",
            "moderation",
            "restrictedTo",
            "languages",
            "deliverySites",
            "expectedLearnersPerYear",
            "commissionedBy",
            "partners",
            "universityApproval",
            "response",
        ];

        public static TheoryData<string> Ids => [.. SampleCases.All.Select(sample => sample.Id)];

        [Theory]
        [MemberData(nameof(Ids))]
        public void Has_the_properties_of_the_contract_and_no_others(string id)
        {
            var contract = JsonNode.Parse(typeof(SampleCasesTests).Assembly.GetManifestResourceStream("contract-example.json")!)!;
            var sample = Find(id).Application;

            Assert.Equal(Names(contract), Names(sample).Except(Optional));
            Assert.Equal(Names(contract["microCredential"]), Names(sample["microCredential"]).Except(Optional));
            Assert.Equal(Names(contract["need"]), Names(sample["need"]));
            Assert.All(sample["need"]!["stakeholders"]!.AsArray(), stakeholder =>
                Assert.Equal(Names(contract["need"]!["stakeholders"]![0]), Names(stakeholder).Except(Optional))
            );
            Assert.All(sample["microCredential"]!["standards"]!.AsArray(), standard =>
                Assert.Equal(Names(contract["microCredential"]!["standards"]![0]), Names(standard))
            );
            if (sample["funding"] is { } funding)
            {
                Assert.Equal(Names(contract["funding"]), Names(funding));
            }
        }

        [Theory]
        [MemberData(nameof(Ids))]
        public void Has_only_values_that_the_contract_lists(string id)
        {
            var sample = Find(id).Application;

            AssertOneOf(sample["type"], "ListingApproval", "ListingApprovalAccreditation", "Accreditation", "Change");
            AssertOneOf(sample["microCredential"]!["useCase"], "Pathway", "Upskilling", "EmergingNeed");
            Assert.All(sample["microCredential"]!["deliveryModes"]!.AsArray(), mode =>
                AssertOneOf(mode, "Workplace", "ProviderBased", "Online", "Blended")
            );
            Assert.All(sample["need"]!["stakeholders"]!.AsArray(), stakeholder =>
            {
                AssertOneOf(
                    stakeholder!["kind"],
                    "Employer",
                    "Industry",
                    "StandardSettingBody",
                    "Iwi",
                    "Community",
                    "Learner",
                    "Government"
                );
                AssertOneOf(stakeholder["view"], "Supports", "Neutral", "Opposes");
            });
            Assert.All(Find(id).Script.Documents, document =>
                AssertOneOf(document.Kind, "Curriculum", "AssessmentPlan", "EvidenceOfNeed", "SupportLetter", "Other")
            );
        }

        [Theory]
        [MemberData(nameof(Ids))]
        public void Has_a_script_that_its_way_through_can_follow(string id)
        {
            var script = Find(id).Script;
            var isEvaluated = script.Expect.Status == "Published" && script.By != "vuw";

            Assert.Equal(isEvaluated ? 7 : null, script.Findings?.Count);
            Assert.Equal(isEvaluated, script.Decision is not null);
            Assert.Equal(script.Expect.Status == "Returned", script.Expect.Rules.Count > 0);
        }

        private static SampleCase Find(string id) => SampleCases.All.Single(sample => sample.Id == id);

        private static void AssertOneOf(JsonNode? value, params string[] allowed) =>
            Assert.Contains((string?)value, allowed.AsEnumerable());

        private static IEnumerable<string> Names(JsonNode? node) => node!.AsObject().Select(property => property.Key);
    }
}
