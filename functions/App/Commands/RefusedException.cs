using MicroCred.Approval;

namespace MicroCred.App.Commands;

/// <summary>Refuses a request from where a refusal can't be returned, such as the middle of a stream.</summary>
internal sealed class RefusedException(Refusal refusal) : Exception(refusal.Detail)
{
    public RefusedException(RefusalKind kind, string detail)
        : this(new Refusal(kind, detail, [])) { }

    public Refusal Refusal { get; } = refusal;
}
