namespace MicroCred.Demo;

/// <summary>The Demo's command-line options.</summary>
/// <param name="Samples">A folder to write the samples to, instead of playing.</param>
/// <param name="Once">Whether to stop the app after playing.</param>
/// <param name="Url">The address at which the app answers or is started.</param>
internal sealed record Options(string? Samples, bool Once, Uri Url)
{
    /// <summary>Whether to load the made-up register first.</summary>
    public bool Register { get; init; }

    public const string Usage = """
        Plays the sample cases against a running app, or starts one.

          dotnet run --project functions/Demo                        start the app if need be, play, keep serving until Ctrl-C
          dotnet run --project functions/Demo -- --once              play, then stop what was started; the exit code says how it went
          dotnet run --project functions/Demo -- --register          load a made-up register of 249 entries first
          dotnet run --project functions/Demo -- --url <address>     another address than http://localhost:7071
          dotnet run --project functions/Demo -- samples [<folder>]  write the cases and their documents to a folder
        """;

    private static readonly Uri Default = new("http://localhost:7071");

    /// <summary>Null for invalid arguments.</summary>
    public static Options? Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options(null, Once: false, Default);
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "samples" when arguments.Count <= i + 2:
                    return options with { Samples = arguments.Count == i + 2 ? arguments[i + 1] : Path.Combine(".local", "samples") };
                case "--once":
                    options = options with { Once = true };
                    break;
                case "--register":
                    options = options with { Register = true };
                    break;
                case "--url"
                    when i + 1 < arguments.Count
                        && Uri.TryCreate(arguments[++i], UriKind.Absolute, out var url)
                        && url.Scheme is "http" or "https":
                    options = options with { Url = url };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
