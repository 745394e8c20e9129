using System.Buffers.Text;
using MicroCred.App.Signing;

namespace MicroCred.App.Proof;

/// <summary>The public halves of the register's key, of every version whose signatures are valid.</summary>
internal sealed class PublishedKeys(RegisterKey key, TimeProvider time)
{
    /// <summary>How long they are kept in memory, since whoever asks makes the vault be asked.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private Checked? _last;

    public async Task<KeySet> CurrentAsync(CancellationToken cancellationToken)
    {
        if (_last is { } last && time.GetUtcNow() - last.At <= Longest)
        {
            return last.Keys;
        }

        // The current version is among them once it is there.
        await key.Key.CurrentAsync(cancellationToken);
        List<PublicKey> keys = [];
        foreach (var version in await key.Key.VersionsAsync(cancellationToken))
        {
            if (await key.Key.PublicKeyAsync(version, cancellationToken) is { Q: { X: { } x, Y: { } y } })
            {
                keys.Add(new("EC", "P-256", Base64Url.EncodeToString(x), Base64Url.EncodeToString(y), version, "ES256", "sig"));
            }
        }

        KeySet set = new(keys);
        _last = new(set, time.GetUtcNow());
        return set;
    }

    private sealed record Checked(KeySet Keys, DateTimeOffset At);
}

/// <summary>A JSON Web Key Set. [RFC 7517]</summary>
internal sealed record KeySet(IReadOnlyList<PublicKey> Keys);

/// <summary>A public key, with the standard's names.</summary>
internal sealed record PublicKey(string Kty, string Crv, string X, string Y, string Kid, string Alg, string Use);
