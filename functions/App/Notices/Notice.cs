using MicroCred.App.Serialization;

namespace MicroCred.App.Notices;

/// <summary>A message about a change: one type for each kind of letter, with the facts that its text needs.</summary>
/// <param name="Envelope">The notice's id, application and recipient.</param>
[Kinds]
internal abstract record Notice(Envelope Envelope)
{
    private const string Suffix = nameof(Notice);

    /// <summary>The kind's name, as operators and the queue see it.</summary>
    public string Kind() => KindOf(GetType());

    /// <summary>The same of a type of notices.</summary>
    public static string KindOf(Type type) => type.Name[..^Suffix.Length];

    /// <summary>The kind of the letter that is kept of it for the provider; null where none is kept.</summary>
    public virtual LetterKind? Keeps => null;

    /// <summary>What it says, in plain language.</summary>
    public abstract Letter Write();
}
