namespace MicroCred.App.Quotas;

/// <summary>A provider's day has no room for what is asked.</summary>
/// <param name="Quota">Which quota it is.</param>
/// <param name="Limit">How much a day has.</param>
/// <param name="Used">How much of it is used.</param>
/// <param name="Asked">How much was asked for; 0 where nothing is known of it yet.</param>
/// <param name="Until">When the day ends, in UTC.</param>
/// <param name="Wait">How long that is from now.</param>
internal sealed record QuotaExceeded(Quota Quota, long Limit, long Used, long Asked, DateTimeOffset Until, TimeSpan Wait);
