using Azure;
using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>An application as it was read, with the tag that a write of it must still match.</summary>
/// <param name="Application">The application.</param>
/// <param name="ETag">The row's tag in storage; not the one that people see, which is the application's revision.</param>
/// <param name="LastHash">The hash of its last audit event.</param>
/// <param name="State">The SHA-256 of its text as it is kept, which its next event is to carry.</param>
/// <param name="Rows">In how many rows it is kept.</param>
/// <param name="Trace">The application's own trace, as a W3C <c>traceparent</c>; null before its submission, or where nobody records
/// spans.</param>
internal sealed record StoredApplication(
    Application Application,
    ETag ETag,
    string LastHash,
    string State,
    int Rows = 1,
    string? Trace = null
);
