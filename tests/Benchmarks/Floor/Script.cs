using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace MicroCred.Benchmarks.Floor;

/// <summary>
/// The storage requests of one application, to be sent again for others: with another id, another number and another listing, and on no
/// condition, so that each succeeds as it did for the first.
/// </summary>
internal sealed partial class Script(IReadOnlyList<RecordedRequest> recorded, ApplicationId id, SharedAccess access)
{
    /// <summary>Takes the place of the notifications' queue, which the app under test empties even while it rests.</summary>
    public const string Queue = "bare";

    private const string Notifications = "notifications";

    /// <summary>Where numbers begin that the app itself doesn't reach.</summary>
    private const int FirstBlock = 500_000;

    /// <summary>As many as the register has in a block.</summary>
    private const int NumbersInABlock = 900;

    private int _written;

    /// <summary>How many requests one application takes.</summary>
    public int Length => recorded.Count;

    /// <summary>The blocks of numbers that were used so far. Each must have a counter.</summary>
    public IEnumerable<int> Blocks => Enumerable.Range(FirstBlock, (_written / NumbersInABlock) + 1);

    /// <summary>What has to be sent for another application.</summary>
    /// <param name="other">Its id; its draft is there.</param>
    /// <param name="looks">How often its state is read besides, as people did who waited for it.</param>
    public IReadOnlyList<BareRequest> For(ApplicationId other, int looks)
    {
        int block = FirstBlock + (_written / NumbersInABlock);
        int number = (block * 1000) + (_written++ % NumbersInABlock);
        string listing = Convert.ToHexStringLower(SHA256.HashData(other.Value.ToByteArray()));
        RecordedRequest look = recorded.First(request => request.IsLook);
        return
        [
            .. recorded.Concat(Enumerable.Repeat(look, looks)).Select(request => new BareRequest(
                request.Method,
                access.Sign(request.Port, Rewrite(request.IsPoll ? OneMessage().Replace(request.Target, "numofmessages=1") : request.Target)),
                [.. request.Headers.Select(header => header.Name == "If-Match" ? (header.Name, "*") : header)],
                Encoding.UTF8.GetBytes(Rewrite(request.Body)),
                request)),
        ];

        string Rewrite(string text)
        {
            text = text.Replace($"{id}", $"{other}", StringComparison.OrdinalIgnoreCase);
            text = BlockKey().Replace(text, key => key.Groups[1].Value + block.ToString("D6", CultureInfo.InvariantCulture));
            text = NumberKey().Replace(text, key => key.Groups[1].Value + number.ToString("D9", CultureInfo.InvariantCulture));
            text = ListingKey().Replace(text, key => key.Groups[1].Value + listing);
            text = text.Replace(Notifications, Queue, StringComparison.Ordinal);
            text = RegisterFile().Replace(text, key => key.Groups[1].Value + number.ToString(CultureInfo.InvariantCulture));
            return Condition().Replace(text, "If-Match: *");
        }
    }

    [GeneratedRegex(@"numofmessages=\d+")]
    private static partial Regex OneMessage();

    [GeneratedRegex(@"(\bblock(?:\||%7C))\d{6}")]
    private static partial Regex BlockKey();

    [GeneratedRegex(@"(\bnumber(?:\||%7C))\d{9}")]
    private static partial Regex NumberKey();

    [GeneratedRegex(@"(\bidentity(?:\||%7C))[0-9a-f]{64}")]
    private static partial Regex ListingKey();

    [GeneratedRegex(@"^(/devstoreaccount1/register/)\d+")]
    private static partial Regex RegisterFile();

    [GeneratedRegex(@"If-Match: [^\r\n]*")]
    private static partial Regex Condition();
}
