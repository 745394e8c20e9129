using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace MicroCred.Benchmarks.Floor;

/// <summary>
/// The storage requests of one application, to be sent again for others: with another id, another number and another listing, and on no
/// condition, so that each succeeds as it did for the first.
/// </summary>
/// <param name="submission">What followed from the submission.</param>
/// <param name="findings">What followed from the evaluator's findings.</param>
/// <param name="decision">What followed from the decision.</param>
/// <param name="id">Whose they are.</param>
/// <param name="access">Signs them.</param>
internal sealed partial class Script(
    IReadOnlyList<RecordedRequest> submission,
    IReadOnlyList<RecordedRequest> findings,
    IReadOnlyList<RecordedRequest> decision,
    ApplicationId id,
    SharedAccess access)
{
    /// <summary>Where numbers on the register begin that the recorded application and the one before it don't have.</summary>
    private const int FirstNumber = 10;

    private int _written;

    /// <summary>What has to be sent for another application.</summary>
    /// <param name="other">Its id; its draft is there.</param>
    /// <param name="looks">How often its state is read besides.</param>
    public ScriptedApplication For(ApplicationId other, int looks)
    {
        int number = FirstNumber + _written++;
        string listing = Convert.ToHexStringLower(SHA256.HashData(other.Value.ToByteArray()));
        RecordedRequest look = findings.First(request => request.IsLook);
        return new ScriptedApplication(
            [.. submission.Select(Rewritten)], [.. findings.Concat(Enumerable.Repeat(look, looks)).Select(Rewritten)], [.. decision.Select(Rewritten)]);

        BareRequest Rewritten(RecordedRequest request) => new(
            request.Method,
            access.Sign(request.Service, Rewrite(Fetched().Replace(request.Target, $"numofmessages={request.Messages}"))),
            [.. request.Headers.Select(header => header.Name == "If-Match" ? (header.Name, "*") : header)],
            Encoding.UTF8.GetBytes(Rewrite(request.Body)),
            request);

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

/// <summary>The requests of one application, by what they follow from.</summary>
internal sealed record ScriptedApplication(
    IReadOnlyList<BareRequest> Submission, IReadOnlyList<BareRequest> Findings, IReadOnlyList<BareRequest> Decision)
{
    public IReadOnlyList<BareRequest> Whole => [.. Submission, .. Findings, .. Decision];
}
