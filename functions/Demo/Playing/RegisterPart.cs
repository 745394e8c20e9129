using MicroCred.Demo.Cases;
using MicroCred.Demo.Http;

namespace MicroCred.Demo.Playing;

/// <summary>The public's step, which looks up a micro-credential on the register; and the registrar's, who loads a made-up one.</summary>
internal static class RegisterPart
{
    /// <summary>The entry from an earlier run. Sending the same application again would rightly be refused as a duplicate.</summary>
    public static ValueTask<RegisterEntryView?> FindAsync(Api anyone, SampleCase sample, CancellationToken cancellationToken)
    {
        var credential = sample.Application["microCredential"]!;
        return anyone
            .ListAsync<RegisterEntryView>($"api/register?q={Uri.EscapeDataString(sample.Title)}", cancellationToken)
            .FirstOrDefaultAsync(
                entry =>
                    entry.Title == sample.Title
                    && entry.Level == (int?)credential["level"]
                    && entry.Credits == (int?)credential["credits"]
                    && entry.Status == "Current",
                cancellationToken
            );
    }

    /// <summary>Loads the made-up register.</summary>
    /// <returns>How many entries were added: none where it is there already.</returns>
    public static async Task<int> ImportAsync(Api registrar, CancellationToken cancellationToken) =>
        (await registrar.PostAsync<ImportedView>("api/register/import", Uploads.Register(), cancellationToken)).Imported;

    public static Task<RegisterEntryView> ReadAsync(Api anyone, int number, CancellationToken cancellationToken) =>
        anyone.GetAsync<RegisterEntryView>($"api/register/{number}", cancellationToken);
}
