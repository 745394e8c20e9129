using MicroCred.Approval;

namespace MicroCred.App.Commands;

/// <summary>Ends what is under way with a refusal, from where a refusal can't be returned: in the middle of a stream, say.</summary>
internal sealed class RefusedException(Refusal refusal) : Exception(refusal.Detail)
{
    public RefusedException(RefusalKind kind, string detail)
        : this(new Refusal(kind, detail, [])) { }

    public Refusal Refusal { get; } = refusal;
}
