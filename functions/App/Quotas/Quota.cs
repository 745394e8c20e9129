namespace MicroCred.App.Quotas;

/// <summary>What a provider may have only so much of in a day.</summary>
internal enum Quota
{
    Bytes,
    Drafts,
    Documents,
}
