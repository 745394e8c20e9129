using MicroCred.App.OpenApi;
using MicroCred.Approval;

namespace MicroCred.App.Reviews;

/// <inheritdoc/>
internal sealed class ReviewExamples : IFunctionExamples
{
    public IEnumerable<FunctionExample> Of(ExampleCase example)
    {
        ReviewReport report = new(
            StillNeeded: true,
            "Forty workshops took on starters who hold it.",
            Enrolled: 120,
            Completed: 101,
            "Nine in ten work in a workshop."
        );
        return
        [
            new(
                nameof(ReportReview),
                new ReviewView(
                    TaskId.Create(example.Settled.Id, 3),
                    example.Entry.Number,
                    TaskStatus.Open,
                    WorkingDays.EndOf(example.Entry.ReviewDue),
                    report
                ),
                report
            ),
        ];
    }
}
