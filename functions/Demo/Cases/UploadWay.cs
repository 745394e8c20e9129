namespace MicroCred.Demo.Cases;

/// <summary>How a provider sends its application: as one zip package, or as a draft with its documents uploaded one by one.</summary>
internal enum UploadWay
{
    Package,
    Calls,
}
