namespace MicroCred.App.Register;

/// <summary>
/// Which documents follow from all entries as of a row of the log and a day. It takes the place of the one before as a whole.
/// </summary>
/// <param name="Seq">The row's number.</param>
/// <param name="Day">The day in New Zealand.</param>
/// <param name="Documents">The documents.</param>
internal sealed record DocumentManifest(long Seq, DateOnly Day, IReadOnlyList<WrittenDocument> Documents)
{
    /// <summary>Whether it has all that is known of the register.</summary>
    public bool Covers(long seq, DateOnly day) => Seq >= seq && Day == day;

    public WrittenDocument? Find(string name) => Documents.FirstOrDefault(document => document.Name == name);
}

/// <summary>A document in the register's container.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">Its content's hash, 64 hexadecimal digits, which its file's name has too: a file never changes.</param>
internal sealed record WrittenDocument(string Name, string Sha256)
{
    public string File => $"{Storage.StorageNames.RegisterDocuments}{Sha256}/{Name}";
}
