namespace MicroCred.Approval;

/// <summary>Somebody at NZQA wrote a private note, which the state holds.</summary>
public sealed record NoteWritten(int Number) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"Note {Number}.";
}
