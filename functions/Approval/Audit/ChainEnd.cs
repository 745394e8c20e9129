namespace MicroCred.Approval;

/// <summary>What is kept beside an application's events and has to agree with the last of them.</summary>
/// <param name="Events">How many there are.</param>
/// <param name="LastHash">The hash of the last.</param>
/// <param name="State">The SHA-256 of the application's text as it is kept.</param>
public sealed record ChainEnd(int Events, string LastHash, string State);
