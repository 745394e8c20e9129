using System.Text.RegularExpressions;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.Benchmarks.Measures;

/// <summary>What the engine keeps in an account, by its names.</summary>
internal static partial class Engine
{
    /// <summary>Whether the engine makes a request, and not the app.</summary>
    public static bool Asks(SeenRequest request) => Own().IsMatch(request.Name.Resource);

    [GeneratedRegex(@"\w(History|Instances|Partitions|-control|-workitems|-leases|-largemessages|-applease)\b")]
    private static partial Regex Own();
}
