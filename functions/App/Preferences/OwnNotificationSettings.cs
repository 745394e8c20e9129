using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Notification;
using MicroCred.Approval;
using MimeKit;

namespace MicroCred.App.Preferences;

/// <summary>Somebody's own settings, as they read and change them.</summary>
internal sealed class OwnNotificationSettings(NotificationSettingsStore store, SectorDirectory directory)
{
    private const int LongestAddress = 254;

    public async Task<NotificationSettingsView> FindAsync(Caller caller, CancellationToken cancellationToken) =>
        ViewOf(caller, await store.FindAsync(caller.Actor.Id, cancellationToken));

    /// <summary>
    /// Changes them. Refused as malformed where a kind isn't one that may come to the person, as invalid where the address isn't one.
    /// </summary>
    public async Task<Outcome<NotificationSettingsView>> ChangeAsync(
        Caller caller,
        NotificationSettingsChanges changes,
        CancellationToken cancellationToken
    )
    {
        var own = NoticeKind.For(caller).Select(kind => kind.Name).ToHashSet();
        if (changes.Kinds?.Keys.FirstOrDefault(kind => !own.Contains(kind)) is { } unknown)
        {
            var known = own.Count == 0 ? "None comes to you." : $"Give one of {string.Join(", ", own)}.";
            return Fault(RefusalKind.Malformed, $"kinds.{unknown}", "There is no such kind of notice for you.", known);
        }

        var email = changes.Email;
        if (email is not (null or NotificationSettingsChanges.AsItIs) && !IsAddress(email))
        {
            return Fault(RefusalKind.Invalid, "email", "It isn't an e-mail address.", "Give one like ani@example.nz, or null.");
        }

        return ViewOf(
            caller,
            await store.ChangeAsync(
                caller.Actor.Id,
                now =>
                    new(
                        email == NotificationSettingsChanges.AsItIs ? now.Email : email,
                        now.Kinds.Where(kind => changes.Kinds?.ContainsKey(kind.Key) != true)
                            .Concat(changes.Kinds ?? new Dictionary<string, Delivery>())
                            .ToDictionary()
                    ),
                cancellationToken
            )
        );
    }

    private static Refusal Fault(RefusalKind kind, string field, string message, string action) =>
        new(kind, $"{field}: {message} {action}", [new("MAIL01", Severity.Error, field, message, action)]);

    /// <summary>A plain address, without a name beside it.</summary>
    private static bool IsAddress(string text) =>
        text.Length <= LongestAddress
        && MailboxAddress.TryParse(text, out var address)
        && address.Address == text
        && address.Domain.Contains('.', StringComparison.Ordinal);

    private NotificationSettingsView ViewOf(Caller caller, NotificationSettings settings) =>
        new(
            settings.Email ?? directory.Address(caller.Provider?.Number.ToString() ?? caller.Actor.Id)?.Email,
            NoticeKind.For(caller).ToDictionary(kind => kind.Name, kind => settings.Of(kind.Name))
        );
}
