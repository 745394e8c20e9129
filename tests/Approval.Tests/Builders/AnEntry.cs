namespace MicroCred.Approval.Tests;

internal static class AnEntry
{
    public static RegisterEntry Of(AnApplication application, int number = 1) =>
        RegisterEntry.From(application.Published(), number, ReportingCode.Parse("5056"));
}
