using System.Net;
using System.Text.RegularExpressions;
using MicroCred.App.Tests.Support;
using MicroCred.Portal;

namespace MicroCred.App.Tests.Pages;

/// <summary>Reads pages and sends their forms, as a browser without scripts does.</summary>
internal static partial class PageForms
{
    /// <summary>A page as it is sent, with what HTML encodes decoded.</summary>
    public static async Task<string> PageAsync(this RunningApp app, string persona, string path)
    {
        using var http = app.As(persona);
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Fills in a form of a page that was opened, and sends it to its address.</summary>
    /// <param name="app">The app.</param>
    /// <param name="persona">Who sends it.</param>
    /// <param name="page">The page with the form.</param>
    /// <param name="form">The form's id.</param>
    /// <param name="fields">What is filled in; the hidden fields are the page's own.</param>
    /// <returns>The status, the page that comes back, and where it leads instead.</returns>
    public static Task<(HttpStatusCode Status, string Page, string? Next)> SendAsync(
        this RunningApp app,
        string persona,
        string page,
        string form,
        params (string Name, string Value)[] fields
    ) => app.SendAsync(persona, page, form, CancellationToken.None, fields);

    /// <summary>The same for somebody who may go away.</summary>
    public static async Task<(HttpStatusCode Status, string Page, string? Next)> SendAsync(
        this RunningApp app,
        string persona,
        string page,
        string form,
        CancellationToken gone,
        params (string Name, string Value)[] fields
    )
    {
        using var request = Filled(page, form, fields);
        using var http = app.As(persona);
        using var answer = await http.SendAsync(request, gone);
        return (
            answer.StatusCode,
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(gone)),
            answer.Headers.Location?.OriginalString
        );
    }

    /// <summary>The request that sends a form of a page, filled in.</summary>
    public static HttpRequestMessage Filled(string page, string form, params (string Name, string Value)[] fields)
    {
        var start = page.IndexOf($"<form id=\"{form}\"", StringComparison.Ordinal);
        var own = page[start..page.IndexOf("</form>", start, StringComparison.Ordinal)];
        HttpRequestMessage request = new(HttpMethod.Post, Action().Match(own).Groups[1].Value);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Content = new FormUrlEncodedContent(
            Hidden()
                .Matches(own)
                .Select(field => KeyValuePair.Create(field.Groups[1].Value, field.Groups[2].Value))
                .Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))
        );
        return request;
    }

    /// <summary>Sends the only form of a page with a file, and gives the status and the page that comes back.</summary>
    public static async Task<(HttpStatusCode Status, string Page)> SendFileAsync(
        this RunningApp app,
        string persona,
        string page,
        string field,
        string file,
        params (string Name, string Value)[] fields
    )
    {
        using var filled = Filled(page, "form", fields);
        MultipartFormDataContent form = [];
        foreach (
            var pair in (await filled.Content!.ReadAsStringAsync())
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('='))
        )
        {
            form.Add(new StringContent(WebUtility.UrlDecode(pair[1])), pair[0]);
        }

        form.Add(new StringContent(file), field, "file");
        filled.Content = form;
        using var http = app.As(persona);
        using var answer = await http.SendAsync(filled);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>A page whose form was never sent before.</summary>
    public static string WithNewKey(string page) => Key().Replace(page, $"${{before}}{Guid.NewGuid():N}");

    [GeneratedRegex($"(?<before>name=\"{Form.KeyField}\" value=\")[^\"]*")]
    private static partial Regex Key();

    [GeneratedRegex("action=\"([^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
