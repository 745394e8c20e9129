namespace MicroCred.App.Register;

/// <summary>A public file that is made of all entries, such as the CSV: the same bytes for the same entries and day.</summary>
/// <param name="Name">Its name, different for each.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="WriteAsync">Writes its content.</param>
internal sealed record RegisterDocument(string Name, string ContentType, Func<Stream, CancellationToken, Task> WriteAsync)
{
    /// <summary>Whether it grows with the texts of all entries, so that it is passed on piece by piece and not kept in memory.</summary>
    public bool IsLarge { get; init; }

    /// <summary>A document that is made in memory.</summary>
    public static RegisterDocument Of(string name, string contentType, Func<CancellationToken, Task<BinaryData>> make) =>
        new(name, contentType, async (target, cancellationToken) =>
            await target.WriteAsync((await make(cancellationToken)).ToMemory(), cancellationToken)
        );
}

/// <summary>A part of the app that makes documents of all entries.</summary>
internal interface IRegisterDocumentSource
{
    /// <summary>Its documents that are written to the register's container with each change.</summary>
    /// <param name="register">The entries.</param>
    /// <param name="today">Today in New Zealand.</param>
    IEnumerable<RegisterDocument> Of(RegisterAsOf register, DateOnly today);
}
