namespace MicroCred.Portal;

/// <summary>The page that begins an application, or begins one as a copy of another.</summary>
/// <param name="Form">Its form.</param>
/// <param name="CopyOf">The title of the one to be copied; null for a new one.</param>
public sealed record NewApplicationModel(Form Form, string? CopyOf = null) : PageModel(typeof(NewApplicationPage));
