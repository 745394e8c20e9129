namespace MicroCred.App.Quotas;

/// <summary>The daily quotas of a provider.</summary>
internal enum Quota
{
    Bytes,
    Drafts,
    Documents,
}
