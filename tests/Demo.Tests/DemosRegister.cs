using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using MicroCred.Tests.Support;
using MicroCred.Verification;

namespace MicroCred.Demo.Tests;

/// <summary>What the Demo published, downloaded to files and given to the verifier as a person gives them.</summary>
internal sealed class DemosRegister(Uri url) : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new() { BaseAddress = url };
    private readonly List<string> _files = [];

    /// <summary>Downloads once so many entries are listed, which follows publication.</summary>
    public async Task DownloadAsync(int entries)
    {
        var listed = await Patience.UntilAsync(
            async () => await ItemsAsync("api/register?limit=200") is var items && items.Count == entries ? items : null,
            () => $"There never were {entries} entries on the register."
        );
        await SaveAsync("jwks.json", ".well-known/jwks.json");
        foreach (var number in listed.Select(entry => (int)entry!["number"]!))
        {
            await SaveAsync($"{number}.json", $"api/register/{number}");
            await SaveAsync($"{number}-proof.json", $"api/register/{number}/proof");
            await SaveAsync($"{number}.jwt", $"api/register/{number}/badge");
        }

        await SaveAsync("head.json", "api/register/log/head");
        await SaveAsync("leaves.json", "api/register/log/leaves?limit=200");
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "registrar");
        foreach (var id in (await ItemsAsync("api/applications?status=Published")).Select(application => (string)application!["id"]!))
        {
            await SaveAsync($"{id}.json", $"api/operations/applications/{id}/record");
        }
    }

    /// <summary>Replaces what a downloaded file says.</summary>
    public async Task ChangeAsync(string name, string from, string to) =>
        await File.WriteAllTextAsync(
            _folder[name],
            (await File.ReadAllTextAsync(_folder[name])).Replace(from, to, StringComparison.Ordinal)
        );

    public async Task<(int Code, string Said)> VerifyAsync()
    {
        ProcessStartInfo start = new("dotnet", [typeof(Evidence).Assembly.Location, .. _files]) { RedirectStandardOutput = true };
        using var verifier = Process.Start(start)!;
        var said = await verifier.StandardOutput.ReadToEndAsync();
        await verifier.WaitForExitAsync();
        return (verifier.ExitCode, said);
    }

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    private async Task<JsonArray> ItemsAsync(string address) =>
        JsonNode.Parse(await _http.GetStringAsync(new Uri(address, UriKind.Relative)))!["items"]!.AsArray();

    private async Task SaveAsync(string name, string address)
    {
        await File.WriteAllTextAsync(_folder[name], await _http.GetStringAsync(new Uri(address, UriKind.Relative)));
        _files.Add(_folder[name]);
    }
}
