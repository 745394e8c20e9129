namespace MicroCred.App.Quotas;

/// <summary>A request would exceed a provider's daily quota.</summary>
/// <param name="Quota">The quota.</param>
/// <param name="Limit">The daily limit.</param>
/// <param name="Used">The amount used.</param>
/// <param name="Asked">The amount requested; 0 where it isn't known yet.</param>
/// <param name="Until">When the day ends, in UTC.</param>
/// <param name="Wait">The time from now until then.</param>
internal sealed record QuotaExceeded(Quota Quota, long Limit, long Used, long Asked, DateTimeOffset Until, TimeSpan Wait);
