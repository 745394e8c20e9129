using MicroCred.Browser.Tests.World;
using MicroCred.EndToEnd.Tests.Applications;
using Microsoft.Playwright;

namespace MicroCred.Browser.Tests.Journeys;

/// <summary>How a provider writes an application and submits it, page by page.</summary>
internal static class ProviderJourney
{
    private static readonly string[] Documents = ["Curriculum", "Assessment plan", "Evidence of need"];

    /// <summary>Begins one, from the start page.</summary>
    /// <returns>Its address.</returns>
    public static async Task<string> StartAsync(Visitor provider, string title)
    {
        await provider.OpenAsync("/");
        await provider.FollowAsync("Your work");
        await provider.FollowAsync("Start a new application");
        await provider.FillAsync("Title of the micro-credential (optional for now)", title);
        await provider.PressAsync("Start");
        await provider.SeesAsync(title);
        return new Uri(provider.Page.Url).AbsolutePath;
    }

    /// <summary>Fills in every page, one after the other.</summary>
    public static async Task FillInAsync(Visitor provider, bool asksForFunding = true, bool withScripts = true)
    {
        await provider.FollowAsync("What it is");
        await provider.TickAsync("What do you apply for?", "Approval of a new micro-credential, and the right to teach it");
        await provider.TickAsync("What is its main use?", "Upskilling");
        await provider.PressAsync("Save and continue");

        await provider.SeesAsync("Level and credits");
        await provider.ChooseAsync("Level", "4");
        await provider.FillAsync("Credits", "10");
        await provider.FillAsync("Hours of learning", "100");
        await provider.PressAsync("Save and continue");

        await provider.FillAsync("Subject (NZSCED code)", "030501");
        await provider.PressAsync("Save and continue");

        await provider.FillAsync("Purpose", "Learners keep a workshop safe for everybody in it.");
        await provider.FillAsync("Outcomes", "Name the hazards of a workshop\nKeep tools safe");
        await provider.PressAsync("Save and continue");

        await provider.SeesAsync("Standards");
        await provider.PressAsync("Save and continue");

        await provider.SeesAsync("Pathways and partners");
        await provider.PressAsync("Save and continue");

        await provider.FillAsync("Need", "Workshops in Tāmaki Makaurau can't find people who know this.");
        await FillStakeholderAsync(provider, 1, "Motor Trade Association", "Industry");
        await FillStakeholderAsync(provider, 2, "Former apprentices", "Learner");
        await provider.PressAsync("Save and continue");

        await provider.TickAsync("Delivery: how is it taught?", "At work");
        await provider.FillAsync("Entry requirements", "None.");
        await provider.FillAsync("Assessment", "Two practical tasks, checked by another assessor.");
        await provider.ChooseAsync("Review: after how many years?", "1");
        await provider.PressAsync("Save and continue");

        await provider.SeesAsync("Documents");
        foreach (var kind in Documents)
        {
            await provider
                .Page.GetByLabel(kind, new() { Exact = true })
                .SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = $"{kind}.pdf",
                        MimeType = "application/pdf",
                        Buffer = TestDocument.Pdf(),
                    }
                );
        }

        if (!withScripts)
        {
            await provider.PressAsync("Upload");
        }

        foreach (var kind in Documents)
        {
            await Assertions.Expect(provider.Page.GetByRole(AriaRole.Rowheader, new() { Name = $"{kind}.pdf" })).ToBeVisibleAsync();
        }

        await provider.FollowAsync("Continue");

        await provider.TickAsync("Do you ask TEC to fund it?", asksForFunding ? "Yes" : "No");
        if (asksForFunding)
        {
            await provider.ChooseAsync("Fund", "DQ3-7: levels 3 to 7, not degree level");
            await provider.FillAsync("Fee for each credit, in dollars", "60");
            await provider.FillAsync("Employment outcomes", "Learners keep the jobs they have.");
            await provider.TickAsync("Is it health and safety or compliance training that employers must pay for?", "No");
            await provider.TickAsync("Is it for health professionals who work as such already?", "No");
        }

        await provider.PressAsync("Save and continue");
        await Assertions
            .Expect(provider.Page.GetByRole(AriaRole.Link, new() { Name = "Check your answers and submit" }))
            .ToBeVisibleAsync();
    }

    /// <summary>Checks the answers, and submits.</summary>
    public static async Task SubmitAsync(Visitor provider, string address)
    {
        await provider.OpenAsync(address);
        await provider.FollowAsync("Check your answers and submit");
        await provider.SeesAsync("Check your answers");
        await provider.PressAsync("Submit the application");
        await Assertions.Expect(provider.Page.GetByText("Your application has been submitted.")).ToBeVisibleAsync();
    }

    private static async Task FillStakeholderAsync(Visitor provider, int number, string name, string kind)
    {
        var row = provider.Page.GetByRole(AriaRole.Group, new() { Name = $"Stakeholder {number}", Exact = true });
        await row.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await row.GetByLabel("Kind", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = kind });
        await row.GetByLabel("View", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Supports" });
        await row.GetByLabel("Summary of what they said", new() { Exact = true }).FillAsync("They want it.");
    }
}
