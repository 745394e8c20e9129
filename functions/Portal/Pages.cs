using MicroCred.Approval;
using MicroCred.Portal.Home;
using MicroCred.Portal.Register;
using MicroCred.Portal.Shared;
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
    /// <param name="signIn">Where people sign in.</param>
    /// <param name="edition">The edition of the rules that is in force.</param>
    public Task<string> HomeAsync(string signIn, RuleEdition edition) =>
        RenderAsync<HomePage>(new() { [nameof(HomePage.SignIn)] = signIn, [nameof(HomePage.Edition)] = edition });

    /// <summary>A page of the register, with what it was narrowed to.</summary>
    public Task<string> RegisterAsync(RegisterListing listing) =>
        RenderAsync<RegisterPage>(new() { [nameof(RegisterPage.Listing)] = listing });

    /// <summary>One entry of the register, with all that is known of it.</summary>
    public Task<string> RegisterEntryAsync(RegisterEntry entry) =>
        RenderAsync<RegisterEntryPage>(new() { [nameof(RegisterEntryPage.Entry)] = entry });

    /// <summary>What a person gets to see instead of a page: what happened, and where to go on.</summary>
    /// <param name="title">What happened, in a few words.</param>
    /// <param name="detail">What to do about it, in a sentence or two.</param>
    public Task<string> ProblemAsync(string title, string detail) =>
        RenderAsync<ProblemPage>(new() { [nameof(ProblemPage.Title)] = title, [nameof(ProblemPage.Detail)] = detail });

    private async Task<string> RenderAsync<TPage>(Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
    }
}
