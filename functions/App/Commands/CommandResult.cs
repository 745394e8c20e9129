using System.Text.Json;
using MicroCred.App.Quotas;
using MicroCred.Approval;

namespace MicroCred.App.Commands;

/// <summary>What came of a command. Only <see cref="Done"/> changed anything.</summary>
internal abstract record CommandResult
{
    private CommandResult() { }

    /// <summary>It is written.</summary>
    /// <param name="Application">The application as it is then; of a deleted one, as it was.</param>
    internal sealed record Done(Application Application) : CommandResult;

    /// <summary>The same command came before under the same key.</summary>
    /// <param name="Answer">The answer that was kept then.</param>
    internal sealed record Repeated(JsonElement Answer) : CommandResult;

    /// <summary>Another command came before under the same key.</summary>
    internal sealed record KeyUsed : CommandResult;

    /// <summary>The same command began an application under the same key that was deleted since.</summary>
    internal sealed record Deleted : CommandResult;

    /// <summary>The domain refuses it.</summary>
    internal sealed record Refused(Refusal Refusal) : CommandResult;

    /// <summary>The application has changed since the caller read it.</summary>
    internal sealed record Moved : CommandResult;

    /// <summary>It would be more than its provider may have in a day.</summary>
    internal sealed record OverQuota(QuotaExceeded Exceeded) : CommandResult;

    /// <summary>Others change the application all the time, so that it couldn't be written. The same may go well a moment later.</summary>
    internal sealed record Busy : CommandResult;

    /// <summary>There is no such application or task, or it isn't the caller's.</summary>
    internal sealed record NotFound : CommandResult;

    /// <summary>The caller has none of the roles that may.</summary>
    internal sealed record NotAllowed : CommandResult;
}
