using MicroCred.App.Identity;
using MicroCred.Approval;

namespace MicroCred.App.Notification;

/// <summary>Who gets a notice by e-mail: a person of NZQA or TEC, or everybody who acts for a provider.</summary>
internal sealed class Recipients(SectorDirectory directory, NotificationSettingsStore settings)
{
    /// <summary>
    /// The addresses that a notice goes to, each once, however many people have it: at once where any of them wants it so. Empty where
    /// nobody is known.
    /// </summary>
    /// <param name="recipient">A provider's number or a person's id.</param>
    /// <param name="kind">The notice's kind.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<IReadOnlyList<Recipient>> OfAsync(string recipient, string kind, CancellationToken cancellationToken)
    {
        if (directory.Address(recipient) is not var (name, usual))
        {
            return [];
        }

        var people = ProviderNumber.TryCreate(recipient, out var provider) ? directory.PeopleOf(provider) : [recipient];
        List<Recipient> all = people.Count == 0 ? [new(name, usual, Delivery.AtOnce, IsUsual: true)] : [];
        foreach (var person in people)
        {
            var own = await settings.RecentAsync(person, cancellationToken);
            var email = own.Email ?? usual;
            all.Add(new(name, email, own.Of(kind), email == usual));
        }

        return
        [
            .. all.GroupBy(one => one.Email, StringComparer.OrdinalIgnoreCase).Select(same => same.OrderBy(one => one.Delivery).First()),
        ];
    }
}

/// <summary>An address that a notice goes to.</summary>
/// <param name="Name">Whose: a person's name or the provider's.</param>
/// <param name="Email">The address.</param>
/// <param name="Delivery">When.</param>
/// <param name="IsUsual">Whether it is the directory's.</param>
internal sealed record Recipient(string Name, string Email, Delivery Delivery, bool IsUsual);
