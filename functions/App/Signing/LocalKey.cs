using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Signing;

/// <summary>
/// A key in a file, for a machine without a vault: <c>Signing__LocalKeyPath</c>, created on first use. Anybody who can read that file can
/// sign, so its signatures prove nothing against the machine's owner.
/// </summary>
internal sealed class LocalKey(IOptions<SigningOptions> options) : ISigningKey
{
    private readonly string _path = options.Value.LocalKeyPath;
    private readonly Lock _making = new();

    /// <exception cref="InvalidOperationException">Neither a vault key nor a path for a local key is set.</exception>
    public Task<string> CurrentAsync(CancellationToken cancellationToken)
    {
        using var key = Open();
        return Task.FromResult(IdOf(key));
    }

    public Task<byte[]> SignAsync(string id, byte[] sha256, CancellationToken cancellationToken)
    {
        using var key = Open();
        return Task.FromResult(key.SignHash(sha256));
    }

    public Task<ECParameters?> PublicKeyAsync(string id, CancellationToken cancellationToken)
    {
        using var key = Open();
        return Task.FromResult(IdOf(key) == id ? key.ExportParameters(includePrivateParameters: false) : (ECParameters?)null);
    }

    /// <summary>The SHA-256 of the public key as SubjectPublicKeyInfo, in lower-case hex.</summary>
    private static string IdOf(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    private ECDsa Open()
    {
        var path = Path.GetFullPath(
            _path is { Length: > 0 } given
                ? given
                : throw new InvalidOperationException(
                    "Set Signing__KeyUri to a key in a vault, or Signing__LocalKeyPath to where a local one is kept."
                )
        );
        lock (_making)
        {
            if (!File.Exists(path))
            {
                Make(path);
            }
        }

        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return key;
    }

    /// <summary>Creates the file atomically; where several processes do so at once, the first one's key stays.</summary>
    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Guid.NewGuid():N}";
        FileStreamOptions forOneself = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            forOneself.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP256))
        using (StreamWriter file = new(unfinished, forOneself))
        {
            file.WriteLine(key.ExportPkcs8PrivateKeyPem());
        }

        try
        {
            File.Move(unfinished, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(unfinished);
        }
    }
}
