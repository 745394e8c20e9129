namespace MicroCred.App.Identity;

/// <summary>Who makes this request. Scoped; set before the function runs.</summary>
internal sealed class CurrentUser
{
    private Caller? _caller;

    /// <summary>Whether anyone is signed in.</summary>
    public bool IsKnown => _caller is not null;

    /// <summary>The person who is signed in.</summary>
    /// <exception cref="InvalidOperationException">Nobody is.</exception>
    public Caller Caller => _caller ?? throw new InvalidOperationException("Nobody is signed in.");

    public void SignIn(Caller caller) => _caller = caller;
}
