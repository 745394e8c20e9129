namespace MicroCred.Portal.Verify;

/// <summary>A page that checks files of the register in the reader's own browser. The same for everybody.</summary>
public sealed record VerifyModel() : PageModel(typeof(VerifyPage));
