using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using MicroCred.Benchmarks.World;

namespace MicroCred.Benchmarks.Floor;

/// <summary>A table of its own for bare writes: the least that anything durable costs.</summary>
internal sealed class BareTable : IDisposable
{
    private const string Name = "Bare";

    private readonly HttpClient _http = new();
    private readonly Uri _target;
    private int _written;

    private BareTable(Uri target) => _target = target;

    public static async Task<BareTable> Create(Account account)
    {
        await account.Tables.CreateTableIfNotExistsAsync(Name);
        SharedAccess access = new(account.ConnectionString);
        return new BareTable(access.Sign(StorageEndpoints.Of(account.ConnectionString).Table.Port, $"/{account.Tables.AccountName}/{Name}"));
    }

    /// <summary>Inserts a small row into a partition of its own; the time it took, in ms.</summary>
    public async Task<double> Write()
    {
        string key = (++_written).ToString(CultureInfo.InvariantCulture);
        using HttpRequestMessage request = new(HttpMethod.Post, _target)
        {
            Content = new StringContent($$"""{"PartitionKey":"{{key}}","RowKey":"row","Text":"A row."}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse("application/json;odata=nometadata"));
        request.Headers.Add("Prefer", "return-no-content");
        long start = Stopwatch.GetTimestamp();
        using HttpResponseMessage answer = await _http.SendAsync(request);
        double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        answer.EnsureSuccessStatusCode();
        return time;
    }

    public void Dispose() => _http.Dispose();
}
