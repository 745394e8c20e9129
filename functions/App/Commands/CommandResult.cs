using System.Text.Json;
using MicroCred.App.Quotas;
using MicroCred.Approval;

namespace MicroCred.App.Commands;

/// <summary>The result of a command. Only <see cref="Done"/> changed anything.</summary>
internal abstract record CommandResult
{
    private CommandResult() { }

    /// <summary>Written.</summary>
    /// <param name="Application">The application afterwards; for a deletion, as it was before.</param>
    internal sealed record Done(Application Application) : CommandResult;

    /// <summary>The same command was sent before under the same key.</summary>
    /// <param name="Answer">The answer that was kept then.</param>
    internal sealed record Repeated(JsonElement Answer) : CommandResult;

    /// <summary>Another command was sent before under the same key.</summary>
    internal sealed record KeyUsed : CommandResult;

    /// <summary>The application that the same command began under the same key has been deleted since.</summary>
    internal sealed record Deleted : CommandResult;

    /// <summary>The domain refuses it.</summary>
    internal sealed record Refused(Refusal Refusal) : CommandResult;

    /// <summary>The application has changed since the caller read it.</summary>
    internal sealed record Moved : CommandResult;

    /// <summary>The command would exceed its provider's daily quota.</summary>
    internal sealed record OverQuota(QuotaExceeded Exceeded) : CommandResult;

    /// <summary>Others kept changing the application, so it couldn't be written. A retry a moment later may succeed.</summary>
    internal sealed record Busy : CommandResult;

    /// <summary>There is no such application or task, or it isn't the caller's.</summary>
    internal sealed record NotFound : CommandResult;

    /// <summary>The caller has none of the permitted roles.</summary>
    internal sealed record NotAllowed : CommandResult;
}
