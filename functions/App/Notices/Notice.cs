using MicroCred.App.Serialization;

namespace MicroCred.App.Notices;

/// <summary>What somebody is to be told of a change: one type for each kind of letter, with the facts that its text needs.</summary>
/// <param name="Envelope">Which notice it is, of which application, and to whom.</param>
[Kinds]
internal abstract record Notice(Envelope Envelope)
{
    private const string Suffix = nameof(Notice);

    /// <summary>The kind, as operators and the queue have it.</summary>
    public string Kind() => GetType().Name[..^Suffix.Length];

    /// <summary>The letter's subject and text, in plain language.</summary>
    public abstract Letter Write();
}
