using System.Globalization;

namespace MicroCred.App.Reviews;

/// <summary>One review of one entry.</summary>
/// <param name="Application">The application of the entry's first listing.</param>
/// <param name="Revision">Its revision when the watch began.</param>
/// <param name="Due">The day by which the entry is to be reviewed.</param>
internal sealed record ReviewWatch(ApplicationId Application, int Revision, DateOnly Due)
{
    /// <summary>The id of a review's orchestration, so that there is never a second one.</summary>
    public static string InstanceOf(ApplicationId application, DateOnly due) =>
        string.Create(CultureInfo.InvariantCulture, $"{application}-review-{due:yyyy-MM-dd}");
}
