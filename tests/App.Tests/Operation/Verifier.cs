using System.Diagnostics;
using System.Text.Json.Nodes;
using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Operation;

/// <summary>docs/verify-record.mjs, which verifies a record without using the app's code.</summary>
internal static class Verifier
{
    /// <summary>Its complaint; empty for an intact record.</summary>
    public static async Task<string> ComplaintAsync(JsonNode record)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, record.ToJsonString());
            (var code, var said) = await CheckAsync(file);
            Assert.Equal(code == 0, said.Contains("whole", StringComparison.Ordinal));
            return code == 0 ? "" : said;
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Its exit code and output.</summary>
    /// <param name="file">The record.</param>
    /// <param name="key">The public key and the signed nights to compare with.</param>
    public static async Task<(int Code, string Said)> CheckAsync(string file, params string[] key)
    {
        using var node = Process.Start(
            new ProcessStartInfo("node", [Repository.Path("docs/verify-record.mjs"), file, .. key])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var said = await node.StandardOutput.ReadToEndAsync() + await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        return (node.ExitCode, said);
    }
}
