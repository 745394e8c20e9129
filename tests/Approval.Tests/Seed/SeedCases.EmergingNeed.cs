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
            .Needed(
                "Government departments lack people who can do this.",
                Support(StakeholderKind.Government, "Department of Internal Affairs", "Found the gap."),
                Support(StakeholderKind.Community, "Disabled people's organisations", "Helped to set the outcomes.")
            );
}
