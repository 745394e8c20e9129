using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace MicroCred.App.Pages;

/// <summary>
/// Makes and checks what each form carries to show that a page of ours made it for the person who sends it. Nothing is kept on the server
/// but the keys.
/// </summary>
internal sealed class FormTokens(IDataProtectionProvider protection)
{
    /// <summary>How long somebody may take over a form, a night's sleep included. One that is too old comes back as it was typed.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Forms").ToTimeLimitedDataProtector();

    /// <param name="person">The person's id.</param>
    public string For(string person) => _protector.Protect(person, Lifetime);

    /// <summary>Whether the token was made for this person, not long ago.</summary>
    public bool Holds(string token, string person)
    {
        try
        {
            return _protector.Unprotect(token) == person;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
