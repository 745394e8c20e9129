namespace MicroCred.Peer.Storage;

/// <summary>A notification.</summary>
/// <param name="Id">A unique id, the same when its activity runs again.</param>
/// <param name="Recipient">A provider's number or a person's id.</param>
/// <param name="Title">The micro-credential's title.</param>
/// <param name="Text">What happened.</param>
internal sealed record Letter(string Id, string Recipient, string Title, string Text)
{
    public const string Queue = "letters";
}
