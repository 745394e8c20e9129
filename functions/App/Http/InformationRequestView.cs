using MicroCred.Approval;

namespace MicroCred.App.Http;

/// <summary>An information request as HTTP clients read it.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Question">What the evaluator asks.</param>
/// <param name="Criteria">The numbers of the criteria that it concerns.</param>
/// <param name="Fields">The fields that the provider may change until it is answered, as JSON pointers over the application's body.</param>
/// <param name="AskedAt">When it was asked, in UTC.</param>
/// <param name="Due">By when it is to be answered, in UTC.</param>
/// <param name="AnsweredAt">When it was answered, in UTC; null while there is no answer.</param>
/// <param name="Answer">The answer; null while there is none.</param>
/// <param name="Status">Its status.</param>
internal sealed record InformationRequestView(
    int Number,
    string Question,
    IReadOnlyList<int> Criteria,
    IReadOnlyList<string> Fields,
    DateTimeOffset AskedAt,
    DateTimeOffset Due,
    DateTimeOffset? AnsweredAt,
    string? Answer,
    InformationRequestStatus Status
)
{
    public static InformationRequestView Of(InformationRequest request) =>
        new(
            request.Number,
            request.Question,
            request.Criteria,
            request.Fields,
            request.AskedAt,
            request.Due,
            request.AnsweredAt,
            request.Answer,
            request.Status
        );
}
