using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MicroCred.Browser.Tests.World;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.Tests.Support;
using Microsoft.Playwright;

namespace MicroCred.Browser.Tests.Pages;

/// <summary>The page that checks the register's files in the reader's own browser.</summary>
[Collection(SiteCollection.Name)]
public sealed class VerifyTests(Site site)
{
    /// <summary>
    /// Judges copies of a file, each with another character somewhere, beside other files: how many were found, and which of them weren't or
    /// were wrongly.
    /// </summary>
    private const string Tampered = """
        async ([beside, text, times]) => {
          const judged = async file => {
            const said = [];
            await judge([...beside, file].map((text, index) => ({ name: `file ${index}`, text })), isRight => said.push(isRight));
            return said.includes(false);
          };
          const meaning = text => { try { return canonical(read(text, 'It'), ['proof', 'linkedFrom']); } catch { return text; } };
          const missed = [];
          let found = 0;
          for (let time = 0; time < times; time++) {
            const place = (time * 7919) % text.length;
            const other = String.fromCharCode(33 + ((time * 31) % 90));
            const tampered = text.slice(0, place) + other + text.slice(place + 1);
            const isFound = await judged(tampered);
            if (isFound) found++;
            if (isFound === (meaning(tampered) === meaning(text))) missed.push(tampered);
          }
          return [String(found), ...missed];
        }
        """;

    [Fact]
    public async Task An_entry_s_page_leads_to_a_check_that_it_is_what_was_decided()
    {
        var number = await PublishedAsync();
        await using var visitor = await site.VisitAsync(persona: null, byKeyboard: true);

        await visitor.OpenAsync($"/register/{number}");
        await visitor.FollowAsync("Check that this is what was decided");

        await visitor.SeesAsync("Check the register");
        await SaysAsync(visitor, $"Entry {number}, version 1, says what the log recorded of it.");
        Assert.Equal(0, await visitor.Page.GetByText("Wrong", new() { Exact = true }).CountAsync());
        await visitor.CheckAccessibilityAsync("/verify with what it found");
    }

    [Fact]
    public async Task A_file_is_chosen_by_keyboard_and_what_is_wrong_with_it_is_said()
    {
        var number = await PublishedAsync();
        var changed = (await EntryAsync(number)).Replace("\"credits\":5", "\"credits\":6", StringComparison.Ordinal);
        await using var visitor = await site.VisitAsync(persona: null);
        await visitor.OpenAsync("/verify");

        var files = visitor.Page.GetByLabel("Files to check");
        await Assertions.Expect(files).ToBeVisibleAsync();
        var chooser = await visitor.Page.RunAndWaitForFileChooserAsync(() => files.PressAsync("Space"));
        await chooser.SetFilesAsync(FileOf("entry.json", changed));

        await SaysAsync(visitor, $"Entry {number} doesn’t say what leaf");
    }

    [Fact]
    public async Task A_badge_a_head_that_was_kept_and_what_is_none_of_these_are_dropped_on_the_page()
    {
        var number = await PublishedAsync();
        var badge = (await site.Instance.Anyone.GetAsync($"api/register/{number}/badge")).Text;
        var head = (await site.Instance.Anyone.GetAsync("api/register/log/head")).Text;
        await GrownAsync(head);
        await using var visitor = await site.VisitAsync(persona: null);
        await visitor.OpenAsync("/verify");

        await DropAsync(visitor, badge);
        await SaysAsync(visitor, "is signed by the register.");
        await DropAsync(visitor, head);
        await SaysAsync(visitor, $"only adds to the one of {(string)JsonNode.Parse(head)!["at"]!}");
        await DropAsync(visitor, head.Replace("\"size\":", "\"size\":1", StringComparison.Ordinal));
        await SaysAsync(visitor, "isn’t the one that was signed.");
        await DropAsync(visitor, """{"something":"else"}""");
        await SaysAsync(visitor, "is nothing that can be checked here.");
    }

    [Fact]
    public async Task Whatever_character_of_a_file_is_another_is_found_unless_it_says_the_same()
    {
        var number = await PublishedAsync();
        var anyone = site.Instance.Anyone;
        var keys = (await anyone.GetAsync(".well-known/jwks.json")).Text;
        var entry = await EntryAsync(number);
        var proof = (await anyone.GetAsync($"api/register/{number}/proof")).Text;
        var badge = (await anyone.GetAsync($"api/register/{number}/badge")).Text;
        await using var visitor = await site.VisitAsync(persona: null);
        await visitor.OpenAsync("/verify");

        foreach (var (beside, text) in new (string[], string)[] { ([keys, proof], entry), ([keys, entry], proof), ([keys], badge) })
        {
            var said = await visitor.Page.EvaluateAsync<string[]>(Tampered, new object[] { beside, text, 300 });
            Assert.InRange(int.Parse(said[0], System.Globalization.CultureInfo.InvariantCulture), 200, 300);
            Assert.Empty(said[1..]);
        }
    }

    [Fact]
    public async Task Without_scripts_the_page_says_that_it_can_check_nothing_and_what_can()
    {
        await using var visitor = await site.VisitAsync(persona: null, withScripts: false);
        await visitor.OpenAsync("/verify");

        Assert.Contains("Without it, it can check nothing", await visitor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Assertions.Expect(visitor.Page.GetByLabel("Files to check")).ToBeHiddenAsync();
    }

    /// <summary>Something is published, and in the log.</summary>
    private async Task GrownAsync(string head)
    {
        await PublishedAsync();
        await Patience.UntilAsync(
            async () => (await site.Instance.Anyone.GetAsync("api/register/log/head")).Text != head,
            () => "The log never grew."
        );
    }

    private static Task SaysAsync(Visitor visitor, string sentence) =>
        Assertions.Expect(visitor.Page.GetByRole(AriaRole.Status)).ToContainTextAsync(sentence);

    private static async Task DropAsync(Visitor visitor, string text) =>
        await visitor.Page.EvaluateAsync(
            """
            text => {
              const dataTransfer = new DataTransfer();
              dataTransfer.items.add(new File([text], 'dropped'));
              document.querySelector('main').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
            }
            """,
            text
        );

    private static FilePayload FileOf(string name, string text) =>
        new()
        {
            Name = name,
            MimeType = "application/json",
            Buffer = Encoding.UTF8.GetBytes(text),
        };

    /// <summary>The number of an entry that is in the log.</summary>
    private async Task<int> PublishedAsync()
    {
        var published = await site.Instance.PublishedAsync(ApplicationBody.University());
        var number = (int)(await published.ReadAsync()).Json["registerNumber"]!;
        await Patience.UntilAsync(
            async () => (await site.Instance.Anyone.GetAsync($"api/register/{number}/proof")).Status == HttpStatusCode.OK,
            () => $"Entry {number} never came into the log."
        );
        return number;
    }

    private async Task<string> EntryAsync(int number) => (await site.Instance.Anyone.GetAsync($"api/register/{number}")).Text;
}
