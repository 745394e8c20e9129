namespace MicroCred.App.Importing;

/// <summary>What an import answers.</summary>
/// <param name="Imported">How many entries were added.</param>
internal sealed record ImportAnswer(int Imported);
