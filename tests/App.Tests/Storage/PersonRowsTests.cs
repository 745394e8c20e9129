using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;

namespace MicroCred.App.Tests.Storage;

/// <summary>What there is for each person, such as an evaluator's profile, is changed by several at once, and never lost.</summary>
public sealed class PersonRowsTests : IAsyncLifetime
{
    private readonly string _partition = $"test-{Guid.NewGuid():N}";
    private PersonRows<Noted> _rows = null!;

    public async Task InitializeAsync()
    {
        var tables = await SharedStorage.TablesAsync();
        await tables.CreateTableIfNotExistsAsync(StorageNames.EvaluatorsTable);
        _rows = new(tables.GetTableClient(StorageNames.EvaluatorsTable), _partition);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_several_change_at_once_is_all_kept()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => AddAsync("ani", number)));

        Assert.Equal(Enumerable.Range(0, 8), (await _rows.FindAsync("ani", default))!.Numbers.Order());
    }

    [Fact]
    public async Task An_id_may_have_characters_that_a_key_can_not()
    {
        const string id = @"āni/b\c#d?e@example.nz%2F";
        await AddAsync(id, 1);
        await AddAsync(id, 2);

        Assert.Equal([1, 2], (await _rows.FindAsync(id, default))!.Numbers);
        Assert.Equal([id], (await _rows.AllAsync(default)).Keys);
    }

    [Fact]
    public async Task Nothing_is_written_where_nothing_is_to_change()
    {
        await _rows.ChangeAsync("ani", _ => null, default);

        Assert.Null(await _rows.FindAsync("ani", default));
        Assert.Empty(await _rows.AllAsync(default));
    }

    private Task AddAsync(string person, int number) => _rows.ChangeAsync(person, noted => new([.. noted?.Numbers ?? [], number]), default);

    private sealed record Noted(IReadOnlyList<int> Numbers);
}
