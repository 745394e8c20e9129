namespace MicroCred.Portal.Status;

/// <summary>How the service is.</summary>
/// <param name="HasStorage">Whether what it keeps can be read and written.</param>
/// <param name="HasSignIn">Whether people can sign in.</param>
public sealed record StatusModel(bool HasStorage, bool HasSignIn) : PageModel(typeof(StatusPage));
