namespace MicroCred.Emulator.Durable.Stores.Tables;

/// <summary>A payload that is too large for the instance's row and has rows of its own.</summary>
internal sealed record PartRef(string Name, int Rows);
