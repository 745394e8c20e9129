namespace MicroCred.Portal;

/// <summary>Who runs the service, how to reach them, and what becomes of what people enter.</summary>
/// <param name="Contact">The address that questions go to.</param>
public sealed record AboutModel(string Contact) : PageModel(typeof(AboutPage));
