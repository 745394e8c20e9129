using System.Runtime.CompilerServices;
using System.Text;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Pages;

/// <summary>Reads the forms that people send from our pages.</summary>
internal sealed class FormPosts(FormTokens tokens, CurrentUser user)
{
    /// <summary>
    /// The maximum size of a form, in bytes. A letter with a macron is six of them; the longest application that the API takes fits.
    /// </summary>
    private const int Limit = 2 * 1024 * 1024;

    /// <summary>The form, with its texts composed as everything that is kept is.</summary>
    /// <exception cref="ProblemException">
    /// 415 where it is no form, 413 where it is too large, 400 where it breaks off, or didn't come from a page made for this person.
    /// </exception>
    public async Task<Form> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await ReadAnyonesAsync(request, cancellationToken);
        Demand(form[Form.TokenField]);
        return form;
    }

    /// <exception cref="ProblemException">400 where the token isn't one that a page of ours was given for this person.</exception>
    public void Demand(string token)
    {
        if (!tokens.Holds(token, user.Caller.Actor.Id))
        {
            throw new ProblemException(Problem.OldForm);
        }
    }

    /// <summary>The fields and files of a form with files, as they arrive after its token; what comes before that is left out.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The maximum size of the whole form, in bytes.</param>
    /// <param name="tooLarge">The problem's detail where it is larger.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="ProblemException">
    /// 415 where it is no such form, 413 where it is too large, 400 where it breaks off, or didn't come from a page made for this person.
    /// </exception>
    public async IAsyncEnumerable<RequestPart> ReadPartsAsync(
        HttpRequest request,
        long limit,
        string tooLarge,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var isOurs = false;
        await foreach (var part in new RequestParts(request, limit, tooLarge).ReadAllAsync(cancellationToken))
        {
            if (part.Name == Form.TokenField)
            {
                Demand(await part.TextAsync(cancellationToken));
                isOurs = true;
            }
            else if (isOurs)
            {
                yield return part;
            }
        }

        if (!isOurs)
        {
            throw new ProblemException(Problem.OldForm);
        }
    }

    /// <summary>The form that the request brought, as far as it was read; null where none was.</summary>
    public static Form? SentWith(HttpContext context) => context.Items[typeof(Form)] as Form;

    /// <summary>The form, whoever sent it.</summary>
    public static async Task<Form> ReadAnyonesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsForm(request))
        {
            throw new ProblemException(Problem.WrongType("Send the form as this page's own form does."));
        }

        request.Body = new LimitedStream(request.Body, Limit, "This is more text than a form may have.");
        var posted = await ReadAsync(() => request.ReadFormAsync(cancellationToken));
        Form form = new(
            posted.ToDictionary(field => field.Key, IReadOnlyList<string> (field) => [.. field.Value.OfType<string>().Select(Composed)])
        );
        form = form with
        {
            Revision = int.TryParse(form[Form.RevisionField], out var revision) ? revision : null,
            Key = Guid.TryParse(form[Form.KeyField], out var key) ? key.ToString("N") : Guid.NewGuid().ToString("N"),
        };
        request.HttpContext.Items[typeof(Form)] = form;
        return form;
    }

    public static bool IsForm(HttpRequest request) =>
        request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>
    /// As everything that is kept is. What Unicode has no character for can't be composed, and is told by the rules for texts.
    /// </summary>
    private static string Composed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text.Replace('\ufffe', '\ufffd').Replace('\uffff', '\ufffd');
        }
    }

    private static async Task<IFormCollection> ReadAsync(Func<Task<IFormCollection>> read)
    {
        try
        {
            return await read();
        }
        catch (InvalidDataException)
        {
            throw new ProblemException(Problem.Invalid("The form has more fields than this page's, or breaks off."));
        }
    }
}
