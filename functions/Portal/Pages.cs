using MicroCred.Approval;
using MicroCred.Portal.Letters;
using MicroCred.Portal.Register;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace MicroCred.Portal;

/// <summary>
/// The web pages as HTML text. They need no request, no script and no session, so an activity can write them to a file as well as a
/// function can answer with them.
/// </summary>
/// <param name="services">What components may ask for.</param>
/// <param name="loggers">Where the renderer logs to.</param>
public sealed class Pages(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>The start page.</summary>
    /// <param name="edition">The edition of the rules that is in force.</param>
    public Task<string> HomeAsync(RuleEdition edition) => RenderAsync<HomePage>(new() { [nameof(HomePage.Edition)] = edition });

    /// <summary>A page of the register, with what it was narrowed to.</summary>
    public Task<string> RegisterAsync(RegisterListing listing) =>
        RenderAsync<RegisterPage>(new() { [nameof(RegisterPage.Listing)] = listing });

    /// <summary>One entry of the register, with all that is known of it.</summary>
    public Task<string> RegisterEntryAsync(RegisterEntry entry) =>
        RenderAsync<RegisterEntryPage>(new() { [nameof(RegisterEntryPage.Entry)] = entry });

    /// <summary>A letter to a provider, the same for everybody who reads it.</summary>
    public Task<string> LetterAsync(LetterModel letter) => RenderAsync<LetterPage>(new() { [nameof(LetterPage.Model)] = letter });

    /// <summary>A page for somebody.</summary>
    /// <param name="page">What it shows.</param>
    /// <param name="frame">What it has around that.</param>
    public Task<string> RenderAsync(PageModel page, Frame frame) =>
        RenderAsync<Root>(new() { [nameof(Root.Page)] = page, [nameof(Root.Frame)] = frame });

    private async Task<string> RenderAsync<TPage>(Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
    }
}
