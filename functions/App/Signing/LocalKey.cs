using System.Security.Cryptography;

namespace MicroCred.App.Signing;

/// <summary>
/// A key in a file, for a machine without a vault, created on first use. A key put before it in the file takes its place, and those after it
/// stay valid. Anybody who can read that file can sign, so its signatures prove nothing against the machine's owner.
/// </summary>
internal sealed class LocalKey(string path) : ISigningKey
{
    /// <summary>One at a time within a process, whoever asks: not every file system moves a file only where there is none.</summary>
    private static readonly Lock Making = new();

    /// <exception cref="InvalidOperationException">Neither a vault key nor a path for a local key is set.</exception>
    public Task<string> CurrentAsync(CancellationToken cancellationToken) => Task.FromResult(Open(keys => IdOf(keys[0])));

    public Task<byte[]> SignAsync(string id, byte[] sha256, CancellationToken cancellationToken) =>
        Task.FromResult(Open(keys => keys.First(key => IdOf(key) == id).SignHash(sha256)));

    public Task<ECParameters?> PublicKeyAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(Open(keys => keys.FirstOrDefault(key => IdOf(key) == id)?.ExportParameters(includePrivateParameters: false)));

    public Task<IReadOnlyList<string>> VersionsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>(Open(keys => keys.Select(IdOf).ToList()));

    /// <summary>The SHA-256 of the public key as SubjectPublicKeyInfo, in lower-case hex.</summary>
    private static string IdOf(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    private T Open<T>(Func<IReadOnlyList<ECDsa>, T> use)
    {
        var file = Path.GetFullPath(
            path.Length > 0
                ? path
                : throw new InvalidOperationException(
                    "Set Signing__KeyUri and Signing__RegisterKeyUri to keys in a vault, or Signing__LocalKeyPath and "
                        + "Signing__RegisterLocalKeyPath to where local ones are kept."
                )
        );
        lock (Making)
        {
            if (!File.Exists(file))
            {
                Make(file);
            }
        }

        List<ECDsa> keys = [];
        try
        {
            for (var rest = File.ReadAllText(file); PemEncoding.TryFind(rest, out var found); rest = rest[found.Location.End..])
            {
                keys.Add(ECDsa.Create());
                keys[^1].ImportFromPem(rest[found.Location]);
            }

            return use(keys);
        }
        finally
        {
            keys.ForEach(key => key.Dispose());
        }
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
