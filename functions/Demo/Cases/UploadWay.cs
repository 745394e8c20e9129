namespace MicroCred.Demo.Cases;

/// <summary>How a provider sends its application: one package zip, or a draft and its documents call by call.</summary>
internal enum UploadWay
{
    Package,
    Calls,
}
