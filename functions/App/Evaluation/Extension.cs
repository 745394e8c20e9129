using System.Globalization;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>Another day by whose end something is due, and why; both have to be given.</summary>
internal sealed record Extension(DateOnly? Due = null, [property: TextLimit(TextLimit.LongText)] string? Reason = null)
{
    /// <summary>As a form gives it.</summary>
    /// <param name="due">The day, as 2027-03-01.</param>
    /// <param name="reason">Why.</param>
    public static Extension Of(string due, string? reason) => new(DateOnly.Parse(due, CultureInfo.InvariantCulture), reason);
}
