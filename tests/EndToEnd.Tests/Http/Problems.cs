using System.Net;

namespace MicroCred.EndToEnd.Tests.Http;

/// <summary>The contract's refusals by their names there.</summary>
internal static class Problems
{
    public static Answer IsBadRequest(this Answer answer) => answer.IsProblem(HttpStatusCode.BadRequest);

    /// <summary>
    /// A body that has the right shape but can't be, or hasn't even that: the contract leaves open which of the two says so.
    /// </summary>
    public static Answer IsFaultyBody(this Answer answer) =>
        answer.IsProblem(HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity);

    public static Answer IsUnknownCaller(this Answer answer) => answer.IsProblem(HttpStatusCode.Unauthorized);

    public static Answer IsWrongRole(this Answer answer) => answer.IsProblem(HttpStatusCode.Forbidden);

    public static Answer IsNotThereOrNotYours(this Answer answer) => answer.IsProblem(HttpStatusCode.NotFound);

    public static Answer IsWrongState(this Answer answer) => answer.IsProblem(HttpStatusCode.Conflict);

    public static Answer IsMoved(this Answer answer) => answer.IsProblem(HttpStatusCode.PreconditionFailed);

    public static Answer IsTooLarge(this Answer answer) => answer.IsProblem(HttpStatusCode.RequestEntityTooLarge);

    public static Answer IsWrongType(this Answer answer) => answer.IsProblem(HttpStatusCode.UnsupportedMediaType);

    /// <summary>What a person may not do with it, where the contract leaves open which of these says so.</summary>
    public static Answer IsRefused(this Answer answer) =>
        answer.IsProblem(HttpStatusCode.BadRequest, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity);
}
