using System.Globalization;

namespace MicroCred.Verification;

/// <summary>A badge: the register's signed word for an achievement.</summary>
internal sealed record Badge(int Number, string? Title, string? Version, int Credits)
{
    /// <exception cref="FaultException">The register didn't sign it, or it is of no achievement.</exception>
    public static Badge Read(string jws, Keys keys)
    {
        const string What = "The badge";
        var credential = Strict.Parse(keys.Open(jws, What), What);
        try
        {
            var achievement = credential.GetProperty("credentialSubject");
            var page = achievement.GetProperty("id").GetString()!;
            return new(
                int.Parse(page[(page.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture),
                achievement.GetProperty("name").GetString(),
                achievement.GetProperty("version").GetString(),
                achievement.GetProperty("creditsAvailable").GetInt32()
            );
        }
        catch (Exception failure) when (failure is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new FaultException($"{What} is of no entry.", failure);
        }
    }
}
