using System.Security.Cryptography;
using System.Text;

namespace MicroCred.App.Notices;

/// <summary>A letter to a provider as it is kept: written with the change that it is about, and never changed.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="At">When it was written, in UTC.</param>
/// <param name="Html">The letter as a whole page.</param>
internal sealed record KeptLetter(LetterKind Kind, DateTimeOffset At, string Html)
{
    /// <summary>The SHA-256, in lower-case hex, of the page's bytes in UTF-8.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Html)));
}
