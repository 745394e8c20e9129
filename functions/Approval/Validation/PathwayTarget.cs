namespace MicroCred.Approval;

/// <summary>A register entry that one of an application's pathways names.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Credits">Its credits.</param>
/// <param name="CreditsCounted">The credits of all entries on the register that count towards it.</param>
public sealed record PathwayTarget(int Number, string Title, int Credits, int CreditsCounted);
