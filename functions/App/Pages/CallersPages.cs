using MicroCred.App.Identity;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Pages;

/// <summary>Renders pages for the person who makes the request.</summary>
internal sealed class CallersPages(MicroCred.Portal.Pages pages, FormTokens tokens, CurrentUser user)
{
    /// <summary>What was done, by the word that a redirect gives it in <c>?done=</c>.</summary>
    private static readonly Dictionary<string, string> DoneTexts = new(StringComparer.Ordinal)
    {
        ["answered"] = "Your answer has been sent to the evaluator.",
        ["assigned"] = "The task has been given to somebody else.",
        ["asked"] = "Your question has been sent to the provider.",
        ["conflict"] = "Your interest has been recorded, and the task goes to somebody else.",
        ["copied"] = "This is a copy. Change it before you submit it.",
        ["decided"] = "Your decision has been recorded.",
        ["deleted"] = "The draft has been deleted.",
        ["closed"] = "The question has been closed. The evaluation goes on.",
        ["extended"] = "The due date has been changed.",
        ["found"] = "Your finding has been saved.",
        ["noted"] = "Your note has been saved.",
        ["packaged"] = "All applications of your package have been submitted.",
        ["reconsidering"] = "Your request has been sent. A registrar who took no part in the decision looks at it.",
        ["released"] = "The task goes to somebody else.",
        ["removed"] = "The document has been removed.",
        ["saved"] = "Saved.",
        ["reported"] = "Your report has been sent. A registrar decides on it.",
        ["started"] = "Your application has been started. Fill in its pages in any order.",
        ["submitted"] = "Your application has been submitted. We check it by rules first, which takes seconds.",
        ["uploaded"] = "Your documents have been uploaded.",
        ["withdrawn"] = "Your application has been withdrawn.",
    };

    /// <summary>A page as an answer that no cache keeps.</summary>
    public async Task<IResult> ShowAsync(HttpRequest request, PageModel page, int status = StatusCodes.Status200OK)
    {
        var caller = user.Caller;
        Frame frame = new(
            Viewers.Of(caller),
            request.Path,
            tokens.For(caller.Actor.Id),
            DoneTexts.GetValueOrDefault(request.Query["done"].ToString())
        );
        return new PageResult(await pages.RenderAsync(page, frame), status) { IsPrivate = true };
    }
}
