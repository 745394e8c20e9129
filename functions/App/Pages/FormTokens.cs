using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using MicroCred.App.Storage;
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
    public string For(string person)
    {
        try
        {
            return _protector.Protect(person, Lifetime);
        }
        catch (CryptographicException failure) when (Outage(failure) is { } outage)
        {
            ExceptionDispatchInfo.Throw(outage);
            throw;
        }
    }

    /// <summary>Whether the token was made for this person, not long ago.</summary>
    public bool Holds(string token, string person)
    {
        try
        {
            return _protector.Unprotect(token) == person;
        }
        catch (CryptographicException failure)
        {
            if (Outage(failure) is { } outage)
            {
                ExceptionDispatchInfo.Throw(outage);
            }

            return false;
        }
    }

    /// <summary>What kept the keys from being read, which data protection wraps; null where it wasn't that.</summary>
    private static Exception? Outage(CryptographicException failure) =>
        failure.InnerException is { } inner && StorageOutage.IsBehind(inner) ? inner : null;
}
