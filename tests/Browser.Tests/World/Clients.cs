using AngleSharp.Html.Parser;

namespace MicroCred.Browser.Tests.World;

/// <summary>Asks for pages as programs do.</summary>
internal static class Clients
{
    /// <summary>The token of a page's first form.</summary>
    public static async Task<string> TokenAsync(this HttpClient http, Uri page)
    {
        var html = new HtmlParser().ParseDocument(await http.GetStringAsync(page));
        return html.QuerySelector("input[name='form-token']")!.GetAttribute("value")!;
    }
}
