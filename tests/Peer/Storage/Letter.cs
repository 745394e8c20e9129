namespace MicroCred.Peer.Storage;

/// <summary>What somebody is told.</summary>
/// <param name="Id">Tells the letter from any other; the same when its activity runs again.</param>
/// <param name="Recipient">A provider's number or a person's id.</param>
/// <param name="Title">The micro-credential's title.</param>
/// <param name="Text">What happened.</param>
internal sealed record Letter(string Id, string Recipient, string Title, string Text)
{
    public const string Queue = "letters";
}
