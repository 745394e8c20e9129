using Azure;
using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>An application as it was read, with the ETag that a write must match.</summary>
/// <param name="Application">The application.</param>
/// <param name="ETag">The row's ETag in storage; not the one that clients see, which is the application's revision.</param>
/// <param name="LastHash">The hash of its last audit event.</param>
/// <param name="State">The SHA-256 of its stored JSON, which its next event will include.</param>
/// <param name="Rows">The number of rows that it is stored in.</param>
/// <param name="Trace">
/// The application's own trace, as a W3C <c>traceparent</c>; null before its submission, or where tracing is off.
/// </param>
internal sealed record StoredApplication(
    Application Application,
    ETag ETag,
    string LastHash,
    string State,
    int Rows = 1,
    string? Trace = null
);
