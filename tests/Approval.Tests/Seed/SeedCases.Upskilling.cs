namespace MicroCred.Approval.Tests;

internal static partial class SeedCases
{
    public static AnApplication DigitalSkills { get; } =
        Case(
                Providers.MindLab,
                UseCase.Upskilling,
                "Digital Skills for the Workplace",
                7,
                15,
                "020399",
                "Workers across industries use digital tools with confidence.",
                DeliveryMode.Online
            )
            .With(content => content with { DegreeLevel = false })
            .Needed(
                "A survey and a focus group named the five topics to cover.",
                Support(StakeholderKind.Industry, "Future of Work industry group", "Its survey shows demand in many industries."),
                Support(StakeholderKind.Learner, "Focus group of learners to come", "Study has to fit around work.")
            );

    public static AnApplication PreflightSecurity { get; } =
        Case(
                Providers.Stratcom,
                UseCase.Upskilling,
                "Pre-flight Security (Specific Airline Requirements)",
                3,
                30,
                "091199",
                "Officers meet airlines' own requirements before a flight.",
                DeliveryMode.Workplace
            )
            .With(content =>
                content with
                {
                    RestrictedTo = "Secureflight's own staff",
                    Pathways = [new(PathwayKind.CountsTowards, Name: "NCEA Level 3")],
                }
            )
            .WithAll(content =>
                content with
                {
                    Partners = [new("Secureflight", StakeholderKind.Employer, "Developed it with Stratcom Security.")],
                }
            )
            .Needed(
                "The one employer has officers without any qualification.",
                Support(StakeholderKind.Employer, "Secureflight", "Clients ask for qualified officers.")
            );

    public static AnApplication LeadingTeachers { get; } =
        Case(
                Providers.Vuw,
                UseCase.Upskilling,
                "Moving into leadership in a school",
                8,
                5,
                "070101",
                "Stacks with two others to a 15-credit paper.",
                DeliveryMode.Blended
            )
            .ApprovedBy("Academic Board (illustrative)")
            .With(content =>
                content with
                {
                    Pathways = [new(PathwayKind.CountsTowards, Name: "A paper of 15 credits that counts towards a Masters programme")],
                }
            )
            .WithAll(content =>
                content with
                {
                    Partners = [new("Post Primary Teachers Association", StakeholderKind.Industry, "Develops the courses.")],
                }
            )
            .Needed(
                "Teachers moving into leadership have little time for study.",
                Support(StakeholderKind.Industry, "Post Primary Teachers Association", "Develops the courses with the university."),
                Support(StakeholderKind.Learner, "Teachers new to leadership", "Want small courses.")
            );
}
