using System.Globalization;
using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>Which number has which reporting code. Codes have four digits: once they are used up, entries have none.</summary>
internal static class ReportingCodes
{
    /// <summary>How many numbers have one.</summary>
    public static int CodesInAll(this RegisterOptions options) => ReportingCode.Highest - options.FirstReportingCode + 1;

    /// <summary>A number's code; null where it has none.</summary>
    public static ReportingCode? CodeOf(this RegisterOptions options, int number) =>
        ReportingCode.TryCreate((options.FirstReportingCode + number - 1).ToString("D4", CultureInfo.InvariantCulture), out var code)
            ? code
            : null;

    /// <summary>The number whose code it is; 0 or less where none has it.</summary>
    public static int NumberOf(this RegisterOptions options, ReportingCode code) =>
        int.Parse(code.ToString(), NumberStyles.None, CultureInfo.InvariantCulture) - options.FirstReportingCode + 1;
}
