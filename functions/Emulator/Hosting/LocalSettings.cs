using Microsoft.Extensions.Configuration;

namespace MicroCred.Emulator.Hosting;

/// <summary>The <c>Values</c> of local.settings.json, which stand for the app settings of Azure.</summary>
internal static class LocalSettings
{
    public static IEnumerable<KeyValuePair<string, string?>> Read(string path)
    {
        var file = new ConfigurationBuilder().AddJsonFile(path, optional: true).Build();
        if (file.GetValue<bool>("IsEncrypted"))
            throw new InvalidOperationException($"{path} is encrypted. Decrypt it: func settings decrypt.");

        return file.GetSection("Values").AsEnumerable(makePathsRelative: true)
            .Where(value => value.Value is not null)
            .Select(value => KeyValuePair.Create(value.Key.Replace("__", ":", StringComparison.Ordinal), value.Value));
    }
}
