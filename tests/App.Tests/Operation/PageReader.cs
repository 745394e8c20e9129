using System.Text;
using System.Text.RegularExpressions;
using MicroCred.App.Tests.Support;

namespace MicroCred.App.Tests.Operation;

/// <summary>Somebody who follows one part of docs/operations.md from its top, and knows nothing else.</summary>
internal sealed partial class PageReader(RunningApp app, string section) : IDisposable
{
    private readonly Queue<PageCommand> _toDo = new(OperationsPage.Of(section));
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("microcred-page-");

    /// <summary>The page's variables. Those that the page itself sets are set as it says.</summary>
    public Dictionary<string, string> Variables { get; } =
        new() { ["OPERATOR"] = "Authorization: Bearer operator", ["REGISTRAR"] = "Authorization: Bearer registrar" };

    public bool IsDone => _toDo.Count == 0;

    /// <summary>Runs the page's next command, and asserts that the answer is as shown.</summary>
    /// <returns>The answer.</returns>
    public async Task<string> NextAsync()
    {
        var command = _toDo.Dequeue();
        string[] words = [.. Word().Matches(command.Line).Select(word => Filled(word.Value))];
        var answer = words[0] == "node" ? await NodeAsync(words) : await CurlAsync(words);
        if (command.Answer is { } shown)
        {
            var pattern = string.Join("…", Pressed(shown).Split('…').Select(Regex.Escape)).Replace("…", ".*?", StringComparison.Ordinal);
            Assert.True(
                Regex.IsMatch(Pressed(answer), $"^{pattern}$"),
                $"{command.Line}\nis shown to answer\n{shown}\nand answered\n{answer}"
            );
        }

        return answer;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<string> NodeAsync(string[] words)
    {
        Assert.Equal("docs/verify-record.mjs", words[1]);
        (var code, var said) = await Verifier.CheckAsync(Path.Combine(_folder.FullName, words[2]));
        Assert.Equal(0, code);
        return said;
    }

    /// <summary>The parts of curl that the page uses; anything else fails.</summary>
    private async Task<string> CurlAsync(string[] words)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, words[^1]);
        string? file = null;
        var statusAlone = false;
        for (var i = 1; i < words.Length - 1; i++)
        {
            switch (words[i])
            {
                case "-sS":
                    break;
                case "-H":
                    var header = words[++i].Split(": ", 2);
                    Assert.True(request.Headers.TryAddWithoutValidation(header[0], header[1]), words[i]);
                    break;
                case "-w" when words[++i] == "%{http_code}":
                    statusAlone = true;
                    break;
                case "-X":
                    request.Method = new HttpMethod(words[++i]);
                    break;
                case "--json":
                    request.Method = HttpMethod.Post;
                    request.Content = new StringContent(words[++i], Encoding.UTF8, "application/json");
                    break;
                case "-o":
                    file = words[++i];
                    break;
                default:
                    throw new FormatException($"The page uses curl's {words[i]}, which this reader doesn't know.");
            }
        }

        using var http = app.As("nobody");
        http.DefaultRequestHeaders.Authorization = null;
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (statusAlone)
        {
            return $"{(int)answer.StatusCode}";
        }

        Assert.True(answer.IsSuccessStatusCode, $"{string.Join(' ', words)} answered {(int)answer.StatusCode}: {text}");
        if (file is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(_folder.FullName, file), text);
        }

        return text;
    }

    /// <summary>A word as a shell would pass it: without quotes, and with variables replaced except in single quotes.</summary>
    private string Filled(string word) =>
        word switch
        {
            ['\'', .. var inner, '\''] => inner,
            ['"', .. var inner, '"'] => Variable()
                .Replace(inner, match => ValueOf(match.Groups[1].Value))
                .Replace("\\\"", "\"", StringComparison.Ordinal),
            _ => word,
        };

    private string ValueOf(string variable) => variable == "SITE" ? "" : Variables[variable];

    private static string Pressed(string text) => Space().Replace(text, "");

    [GeneratedRegex("""'[^']*'|"(\\.|[^"\\])*"|\S+""")]
    private static partial Regex Word();

    [GeneratedRegex(@"\$([A-Z]+)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
