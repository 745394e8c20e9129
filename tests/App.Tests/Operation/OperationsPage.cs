using System.Text.RegularExpressions;
using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Operation;

/// <summary>A command of docs/operations.md that also works on a local machine: its heading, and the answer shown on the page.</summary>
internal sealed record PageCommand(string Section, string Line, string? Answer);

/// <summary>The commands of docs/operations.md.</summary>
internal static partial class OperationsPage
{
    /// <summary>The commands in order. One shown with an answer is the last of its block.</summary>
    public static IReadOnlyList<PageCommand> Commands { get; } = [.. Read(Repository.Read("docs/operations.md"))];

    public static IEnumerable<PageCommand> Of(string section) => Commands.Where(command => command.Section == section);

    private static IEnumerable<PageCommand> Read(string page)
    {
        foreach (var section in Heading().Split(page).Skip(1))
        {
            var heading = section[..section.IndexOf('\n', StringComparison.Ordinal)];
            foreach (Match block in Block().Matches(section))
            {
                string[] lines =
                [
                    .. block
                        .Groups["commands"]
                        .Value.Split('\n')
                        .Where(line =>
                            line.StartsWith("curl ", StringComparison.Ordinal) || line.StartsWith("node ", StringComparison.Ordinal)
                        ),
                ];
                foreach ((var index, var line) in lines.Index())
                {
                    yield return new PageCommand(
                        heading,
                        line,
                        index == lines.Length - 1 && block.Groups["answer"].Success ? block.Groups["answer"].Value : null
                    );
                }
            }
        }
    }

    [GeneratedRegex("^## ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(
        @"^```sh\n(?<commands>.*?)^```\n(```(json|text)\n(?<answer>.*?)^```)?",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex Block();
}
