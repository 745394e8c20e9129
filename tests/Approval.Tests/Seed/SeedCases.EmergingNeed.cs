namespace MicroCred.Approval.Tests;

internal static partial class SeedCases
{
    public static AnApplication Vaccination { get; } =
        Case(
                Providers.Careerforce,
                UseCase.EmergingNeed,
                "Vaccinate a Person with a COVID-19 Vaccine in a Vaccination Setting",
                3,
                9,
                "061399",
                "Kaiāwhina vaccinate under supervision; open to recognition of prior learning.",
                DeliveryMode.Workplace
            )
            .Wrapping(Standard(90005, "Theory of vaccination", 3, 4), Standard(90006, "Practice of vaccination", 3, 5))
            .With(content =>
                content with
                {
                    RecognitionOfPriorLearning = "Learners who trained before the approval gain it by recognition of prior learning.",
                    AwardRequires = "Authorisation by the Ministry of Health.",
                    AssessorRequirements = "A fully authorised vaccinator with at least two years' experience.",
                    DeliverySites = ["District health boards", "Approved vaccination sites"],
                }
            )
            .WithAll(content =>
                content with
                {
                    CommissionedBy = "Ministry of Health",
                    Partners = [new("Immunisation Advisory Centre", StakeholderKind.Industry, "Advised on the unit standards.")],
                }
            )
            .Urgent()
            .Needed(
                "There is no capacity among the regulated health professions.",
                Support(StakeholderKind.Government, "Ministry of Health", "Asked for it."),
                Support(StakeholderKind.Employer, "District health boards", "Will employ them.")
            );

    public static AnApplication DigitalAccessibility { get; } =
        Case(
                Providers.Vuw,
                UseCase.EmergingNeed,
                "Introduction to Digital Accessibility",
                7,
                5,
                "020399",
                "Public digital services that everyone can use.",
                DeliveryMode.Online
            )
            .With(content => content with { DegreeLevel = true })
            .ApprovedBy("Academic Board (illustrative)")
            .WithAll(content =>
                content with
                {
                    CommissionedBy = "Department of Internal Affairs",
                    Partners =
                    [
                        new("Department of Internal Affairs", StakeholderKind.Government, "Helped to set the outcomes."),
                        new("Disabled people's organisations", StakeholderKind.Community, "Helped to set the outcomes."),
                    ],
                }
            )
            .Needed(
                "Government departments lack people who can do this.",
                Support(StakeholderKind.Government, "Department of Internal Affairs", "Found the gap."),
                Support(StakeholderKind.Community, "Disabled people's organisations", "Helped to set the outcomes.")
            );
}
