using MicroCred.Approval;

namespace MicroCred.App.Importing;

/// <summary>A row that adds an entry.</summary>
/// <param name="Row">Its number.</param>
/// <param name="Entry">The entry; its number is 0, its code null and its CTID empty where the row leaves them to us.</param>
internal sealed record AddedRow(int Row, RegisterEntry Entry);
