using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Http;

/// <summary>Answers a problem as a page, where it was a page that was asked for.</summary>
internal interface IProblemPages
{
    Task<IResult> OfAsync(HttpRequest request, Problem problem);
}
