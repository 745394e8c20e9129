namespace MicroCred.Approval.Tests;

internal static partial class SeedCases
{
    public static AnApplication StartUpIgnition { get; } =
        StartUp("StartUp Ignition", 2, 20, "Foundation skills for further training in the motor industry, for learners at school.")
            .Wrapping(
                Standard(90001, "Foundation skills of the motor industry", 2, 12),
                Standard(90002, "Work experience in an automotive workshop", 2, 8)
            )
            .LeadingTo("StartUp Accelerate, automotive engineering", "StartUp Accelerate, collision repair and refinishing");

    public static AnApplication StartUpAccelerateEngineering { get; } =
        StartUp("StartUp Accelerate, automotive engineering", 3, 21, "From StartUp Ignition towards an apprenticeship in engineering.")
            .Wrapping(Standard(90003, "Service a light vehicle", 3, 21))
            .FromIgnitionToAnApprenticeship();

    public static AnApplication StartUpAccelerateCollision { get; } =
        StartUp("StartUp Accelerate, collision repair and refinishing", 3, 21, "From StartUp Ignition towards an apprenticeship in repair.")
            .Wrapping(Standard(90004, "Prepare a panel for refinishing", 3, 21))
            .FromIgnitionToAnApprenticeship();

    private static AnApplication LeadingTo(this AnApplication application, params string[] names) =>
        application.With(content =>
            content with
            {
                Pathways = [.. names.Select(name => new PathwayContent(PathwayKind.LeadsTo, Name: name))],
            }
        );

    private static AnApplication FromIgnitionToAnApprenticeship(this AnApplication application) =>
        application.With(content =>
            content with
            {
                Pathways =
                [
                    new(PathwayKind.Follows, Name: "StartUp Ignition"),
                    new(PathwayKind.LeadsTo, Name: "New Zealand Apprenticeship in the automotive industry"),
                ],
            }
        );

    private static AnApplication StartUp(string title, int level, int credits, string purpose) =>
        Case(Providers.Mito, UseCase.Pathway, title, level, credits, "030501", purpose, DeliveryMode.Online, DeliveryMode.Workplace)
            .Needed(
                "Automotive employers lack starters.",
                Support(StakeholderKind.Industry, "Automotive industry associations", "Strong support."),
                Support(StakeholderKind.Community, "Schools", "Learners want a discrete credential.")
            );
}
