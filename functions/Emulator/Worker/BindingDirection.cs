namespace MicroCred.Emulator.Worker;

/// <summary>Whether a binding brings data to a function or takes it away.</summary>
public enum BindingDirection
{
    /// <summary>It brings data to the function.</summary>
    In,

    /// <summary>It takes data from the function.</summary>
    Out,
}
