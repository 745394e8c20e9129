namespace MicroCred.App.Register;

/// <summary>The request that an import comes from.</summary>
/// <param name="Key">Its idempotency key, told from other people's; where it has none, the hash of what was sent.</param>
/// <param name="Request">The hash of what was sent: the same key with something else is an error.</param>
/// <param name="File">The file with the entries.</param>
internal sealed record ImportCause(string Key, string Request, string File);

/// <summary>An import that is in the log.</summary>
/// <param name="Last">The log's number of its last entry.</param>
/// <param name="Count">How many entries it has.</param>
/// <param name="Request">The hash of what was sent.</param>
/// <param name="File">The file with the entries.</param>
internal sealed record AppendedImport(long Last, int Count, string Request, string File);
