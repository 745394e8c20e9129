namespace MicroCred.Approval;

/// <summary>The values stored beside an application's events, which must agree with the last of them.</summary>
/// <param name="Events">The number of events.</param>
/// <param name="LastHash">The last event's hash.</param>
/// <param name="State">The SHA-256 of the application's JSON as stored.</param>
public sealed record ChainEnd(int Events, string LastHash, string State);
