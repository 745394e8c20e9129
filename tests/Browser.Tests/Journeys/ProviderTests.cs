using MicroCred.Browser.Tests.World;
using Microsoft.Playwright;

namespace MicroCred.Browser.Tests.Journeys;

/// <summary>What providers do in the browser.</summary>
[Collection(SiteCollection.Name)]
public sealed class ProviderTests(Site site)
{
    [Fact]
    public async Task Writes_an_application_page_by_page_and_submits_it_without_scripts()
    {
        await using var provider = await site.VisitAsync("mito", withScripts: false);

        var address = await ProviderJourney.StartAsync(provider, "Workshop safety without scripts");
        await ProviderJourney.FillInAsync(provider, withScripts: false);
        await ProviderJourney.SubmitAsync(provider, address);

        await provider.WaitForAsync(address, "With an evaluator");
    }

    [Fact]
    public async Task What_is_not_a_number_comes_back_as_it_was_typed_with_the_error_at_its_field()
    {
        await using var provider = await site.VisitAsync("mito");
        var address = await ProviderJourney.StartAsync(provider, "Ten credits in words");

        await provider.FollowAsync("Level and credits");
        await provider.FillAsync("Credits", "ten");
        await provider.PressAsync("Save and continue");

        await Assertions.Expect(provider.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^Error:"));
        await provider.FollowAsync("Credits must be a whole number, like 20.");
        Assert.Equal("ten", await provider.Page.GetByLabel("Credits", new() { Exact = true }).InputValueAsync());
        await provider.CheckAccessibilityAsync($"{address}/edit/level with an error");
    }

    [Fact]
    public async Task The_older_of_two_tabs_is_shown_what_the_newer_saved_and_loses_nothing()
    {
        await using var provider = await site.VisitAsync("mito");
        var address = await ProviderJourney.StartAsync(provider, "Two tabs");
        await provider.OpenAsync($"{address}/edit/purpose");
        var newer = await provider.Page.Context.NewPageAsync();
        await newer.GotoAsync($"{address}/edit/purpose");
        await newer.GetByLabel("Purpose", new() { Exact = true }).FillAsync("The newer tab's.");
        await newer.GetByRole(AriaRole.Button, new() { Name = "Save and continue" }).ClickAsync();
        await Assertions.Expect(newer.Locator("h1")).ToHaveTextAsync("Standards");

        await provider.FillAsync("Purpose", "The older tab's.");
        await provider.PressAsync("Save and continue");

        await Assertions.Expect(provider.Page.GetByText("The newer tab's.")).ToBeVisibleAsync();
        Assert.Equal("The older tab's.", await provider.Page.GetByLabel("Purpose", new() { Exact = true }).InputValueAsync());
        await provider.PressAsync("Save and continue");
        await provider.SeesAsync("Standards");
        await provider.OpenAsync($"{address}/edit/purpose");
        Assert.Equal("The older tab's.", await provider.Page.GetByLabel("Purpose", new() { Exact = true }).InputValueAsync());
    }

    [Fact]
    public async Task A_file_that_is_no_document_is_refused_by_name_and_the_others_are_kept()
    {
        await using var provider = await site.VisitAsync("mito", withScripts: false);
        var address = await ProviderJourney.StartAsync(provider, "Good and bad files");
        await provider.OpenAsync($"{address}/edit/documents");
        await provider
            .Page.GetByLabel("Other documents")
            .SetInputFilesAsync(
                (FilePayload[])
                    [
                        new FilePayload
                        {
                            Name = "<b>bad</b>.pdf",
                            MimeType = "application/pdf",
                            Buffer = "no document"u8.ToArray(),
                        },
                        new FilePayload
                        {
                            Name = "pānui.pdf",
                            MimeType = "application/pdf",
                            Buffer = EndToEnd.Tests.Applications.TestDocument.Pdf(),
                        },
                    ]
            );

        await provider.PressAsync("Upload");

        var refused = provider.Page.GetByRole(AriaRole.Alert);
        await Assertions.Expect(refused).ToContainTextAsync("<b>bad</b>.pdf");
        await Assertions.Expect(provider.Page.GetByRole(AriaRole.Rowheader, new() { Name = "pānui.pdf" })).ToBeVisibleAsync();
        await site.CheckAccessibilityAsync(provider, $"{address}/edit/documents with a file refused");
    }

    [Fact]
    public async Task A_draft_is_copied_and_deleted()
    {
        await using var provider = await site.VisitAsync("mito");
        var address = await ProviderJourney.StartAsync(provider, "To be copied");

        await provider.FollowAsync("Start another as a copy of this");
        await provider.PressAsync("Make the copy");
        await Assertions.Expect(provider.Page.GetByText("This is a copy.")).ToBeVisibleAsync();
        var copy = new Uri(provider.Page.Url).AbsolutePath;
        Assert.NotEqual(address, copy);
        await provider.SeesAsync("To be copied");

        await provider.FollowAsync("Delete this draft");
        await provider.PressAsync("Delete it");
        await provider.SeesAsync("Your applications");
        Assert.Equal(404, (await provider.Page.GotoAsync(copy))!.Status);
    }

    [Fact]
    public async Task Files_are_sent_as_soon_as_they_are_chosen_each_with_what_became_of_it()
    {
        await using var provider = await site.VisitAsync("mito");
        var address = await ProviderJourney.StartAsync(provider, "Files one by one");
        await provider.OpenAsync($"{address}/edit/documents");

        await provider
            .Page.GetByLabel("Curriculum", new() { Exact = true })
            .SetInputFilesAsync(
                (FilePayload[])
                    [
                        new FilePayload
                        {
                            Name = "none.pdf",
                            MimeType = "application/pdf",
                            Buffer = "no document"u8.ToArray(),
                        },
                        new FilePayload
                        {
                            Name = "one.pdf",
                            MimeType = "application/pdf",
                            Buffer = EndToEnd.Tests.Applications.TestDocument.Pdf(),
                        },
                    ]
            );

        await Assertions.Expect(provider.Page.GetByText("none.pdf: not taken.")).ToBeVisibleAsync();
        await Assertions.Expect(provider.Page.GetByText("one.pdf: uploaded")).ToBeVisibleAsync();
        await Assertions.Expect(provider.Page.GetByRole(AriaRole.Rowheader, new() { Name = "one.pdf" })).ToBeVisibleAsync();
        await provider.CheckAccessibilityAsync($"{address}/edit/documents after files were sent");
    }

    [Fact]
    public async Task What_was_typed_and_not_saved_is_back_when_the_page_is_opened_again()
    {
        await using var provider = await site.VisitAsync("mito");
        var address = await ProviderJourney.StartAsync(provider, "A lost connection");
        await provider.OpenAsync($"{address}/edit/purpose");
        await provider.FillAsync("Purpose", "An hour's work.");
        await provider.Page.Context.SetOfflineAsync(true);
        await provider.PressAsync("Save and continue");
        await provider.Page.Context.SetOfflineAsync(false);

        await provider.OpenAsync($"{address}/edit/purpose");

        await Assertions.Expect(provider.Page.GetByLabel("Purpose", new() { Exact = true })).ToHaveValueAsync("An hour's work.");
        await provider.PressAsync("Save and continue");
        await provider.SeesAsync("Standards");
        await provider.OpenAsync($"{address}/edit/purpose");
        await Assertions.Expect(provider.Page.GetByText("is back.")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_was_signed_out_while_typing_signs_in_again_and_loses_nothing()
    {
        await using var provider = await site.VisitAsync("mito", withScripts: false);
        var address = await ProviderJourney.StartAsync(provider, "Signed out");
        await provider.OpenAsync($"{address}/edit/purpose");
        await provider.FillAsync("Purpose", "Long thought about.");
        await provider.Page.Context.ClearCookiesAsync();

        await provider.PressAsync("Save and continue");

        await provider.SeesAsync("You have been signed out");
        await Assertions.Expect(provider.Page.GetByText("Long thought about.")).ToBeVisibleAsync();
        await site.CheckAccessibilityAsync(provider, "signed out while typing");
        await site.SignInAsync(provider, "mito");
        await provider.PressAsync("Send it again");
        await provider.SeesAsync("Standards");
        await provider.OpenAsync($"{address}/edit/purpose");
        await Assertions.Expect(provider.Page.GetByLabel("Purpose", new() { Exact = true })).ToHaveValueAsync("Long thought about.");
    }
}
