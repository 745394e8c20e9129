namespace MicroCred.App.Identity;

/// <summary>The person who makes this request. Scoped; set before the function runs.</summary>
internal sealed class CurrentUser
{
    private Caller? _caller;

    /// <summary>Whether anyone is signed in.</summary>
    public bool IsKnown => _caller is not null;

    /// <summary>The person who is signed in.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public Caller Caller => _caller ?? throw new InvalidOperationException("Nobody is signed in.");

    public void SignIn(Caller caller) => _caller = caller;
}
