using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace MicroCred.Benchmarks.Floor;

/// <summary>
/// One application's storage requests, rewritten to be sent for others: with another id, another number and another listing, and without
/// conditions, so that each succeeds as it did for the first.
/// </summary>
/// <param name="submission">The requests from submission to assignment.</param>
/// <param name="evaluation">The requests from then on, including the evaluator's findings.</param>
/// <param name="decision">The requests from decision to publication.</param>
/// <param name="rest">The requests after that.</param>
/// <param name="id">The recorded application's id.</param>
/// <param name="access">Signs the requests.</param>
internal sealed partial class Script(
    IReadOnlyList<RecordedRequest> submission,
    IReadOnlyList<RecordedRequest> evaluation,
    IReadOnlyList<RecordedRequest> decision,
    IReadOnlyList<RecordedRequest> rest,
    ApplicationId id,
    SharedAccess access
)
{
    /// <summary>The first register number that neither the recorded application nor the one before it has.</summary>
    private const int FirstNumber = 10;

    private int _written;

    /// <summary>The requests for another application.</summary>
    /// <param name="other">The application's id; its draft exists.</param>
    /// <param name="looks">How often its state is read in addition.</param>
    public ScriptedApplication For(ApplicationId other, int looks)
    {
        var number = FirstNumber + _written++;
        var listing = Convert.ToHexStringLower(SHA256.HashData(other.Value.ToByteArray()));
        var look = evaluation.First(request => request.IsLook);
        return new ScriptedApplication(
            [.. submission.Select(Rewritten)],
            [.. evaluation.Concat(Enumerable.Repeat(look, looks)).Select(Rewritten)],
            [.. decision.Select(Rewritten)],
            [.. rest.Select(Rewritten)]
        );

        BareRequest Rewritten(RecordedRequest request) =>
            new(
                request.Method,
                access.Sign(request.Service, Rewrite(Fetched().Replace(request.Target, $"numofmessages={request.Messages}"))),
                [.. request.Headers.Select(header => header.Name == "If-Match" ? (header.Name, "*") : header)],
                Encoding.UTF8.GetBytes(Rewrite(request.Body)),
                request
            );

        string Rewrite(string text)
        {
            text = text.Replace($"{id}", $"{other}", StringComparison.OrdinalIgnoreCase);
            text = NumberKey().Replace(text, key => key.Groups[1].Value + number.ToString("D9", CultureInfo.InvariantCulture));
            text = ListingKey().Replace(text, key => key.Groups[1].Value + listing);
            text = RegisterFile().Replace(text, key => key.Groups[1].Value + number.ToString(CultureInfo.InvariantCulture));
            return Condition().Replace(text, "If-Match: *");
        }
    }

    [GeneratedRegex(@"numofmessages=\d+")]
    private static partial Regex Fetched();

    [GeneratedRegex(@"(\bnumber(?:\||%7C))\d{9}")]
    private static partial Regex NumberKey();

    [GeneratedRegex(@"(\bidentity(?:\||%7C))[0-9a-f]{64}")]
    private static partial Regex ListingKey();

    [GeneratedRegex(@"^(/devstoreaccount1/register/)\d+")]
    private static partial Regex RegisterFile();

    [GeneratedRegex(@"If-Match: [^\r\n]*")]
    private static partial Regex Condition();
}

/// <summary>One application's requests by phase.</summary>
internal sealed record ScriptedApplication(
    IReadOnlyList<BareRequest> Submission,
    IReadOnlyList<BareRequest> Evaluation,
    IReadOnlyList<BareRequest> Decision,
    IReadOnlyList<BareRequest> Rest
)
{
    public IReadOnlyList<BareRequest> Whole => [.. Submission, .. Evaluation, .. Decision, .. Rest];
}
