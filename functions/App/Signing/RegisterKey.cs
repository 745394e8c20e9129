namespace MicroCred.App.Signing;

/// <summary>
/// The key of what the register signs for the public, whose public halves it publishes. Apart from the archive's: a key that everybody is
/// asked to trust signs nothing else, and either can be rotated without the other.
/// </summary>
internal sealed class RegisterKey(ISigningKey key)
{
    public ISigningKey Key { get; } = key;

    public Jws Jws { get; } = new(key);
}
