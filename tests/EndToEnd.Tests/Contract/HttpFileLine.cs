namespace MicroCred.EndToEnd.Tests.Contract;

/// <summary>A line, by its number from 1.</summary>
internal sealed record HttpFileLine(int Number, string Text)
{
    public FormatException Fault(string what) => new($"{HttpFile.Path}:{Number} {what}: {Text}");
}
