using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MicroCred.Verification.Tests;

/// <summary>
/// Ten thousand tamperings, seeded, each found; and nothing found where nothing was done, or nothing that changes what is said.
/// </summary>
public sealed class TamperingTests : IDisposable
{
    private const int Number = 7;

    /// <summary>Nothing vouches for when a record was exported.</summary>
    private const string Export = "\"exportedAt\"";

    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Nothing_is_found_on_what_is_untouched() =>
        Assert.All(
            World.Judge(
                _world.Keys,
                _world.Entry(Number),
                _world.Proof(Number),
                _world.Badge(Number),
                _world.Head(World.Kept, World.Kept),
                _world.Head(World.Size, World.Size),
                World.Consistency(_world.Leaves, World.Kept, World.Size),
                _world.LeavesFile(),
                World.Record(events: 6, minute: 1),
                World.Record(events: 8, minute: 2)
            ),
            verdict => Assert.True(verdict.Outcome == Outcome.Right, verdict.Sentence)
        );

    [Theory]
    [InlineData("entry", 2_000)]
    [InlineData("proof", 1_500)]
    [InlineData("badge", 1_000)]
    [InlineData("head", 1_000)]
    [InlineData("leaves", 1_500)]
    [InlineData("record", 2_000)]
    public void A_character_that_is_another_is_found_unless_the_same_is_said(string file, int times) =>
        Repeat(file, times, (random, text) =>
        {
            var place = random.Next(text.Contains(Export) ? text.IndexOf(Export, StringComparison.Ordinal) : text.Length);
            var other = (char)random.Next(' ', '~');
            return other == text[place] ? null : $"{text[..place]}{other}{text[(place + 1)..]}";
        });

    [Theory]
    [InlineData("entry", 300)]
    [InlineData("proof", 100)]
    [InlineData("head", 50)]
    [InlineData("leaves", 200)]
    [InlineData("record", 200)]
    public void A_part_that_is_left_out_is_found(string file, int times) => Repeat(file, times, (random, text) =>
        {
            var root = JsonNode.Parse(text)!;
            var parts = Parts(root).ToList();
            var part = parts[random.Next(parts.Count)];
            if (part.Parent is JsonArray list)
            {
                list.Remove(part);
            }
            else
            {
                part.Parent!.AsObject().Remove(part.GetPropertyName());
            }

            return root.ToJsonString();
        });

    [Theory]
    [InlineData("entry", 150)]
    [InlineData("proof", 150)]
    [InlineData("leaves", 150)]
    [InlineData("record", 150)]
    public void Parts_that_changed_places_are_found(string file, int times) => Repeat(file, times, (random, text) =>
        {
            var root = JsonNode.Parse(text)!;
            var lists = Parts(root).OfType<JsonArray>().Where(list => list.Count > 1).ToList();
            var list = lists[random.Next(lists.Count)];
            var place = random.Next(list.Count - 1);
            var moved = list[place];
            list.RemoveAt(place);
            list.Insert(random.Next(place + 1, list.Count + 1), moved);
            return root.ToJsonString();
        });

    [Fact]
    public void A_log_that_is_cut_off_is_found_by_a_head_kept_from_before() => Assert.All(Enumerable.Range(0, World.Kept), size =>
        {
            var (kept, cut) = (_world.Head(World.Kept, World.Kept), _world.Head(size, World.Size));
            Found([_world.Keys, kept, cut]);
            Found([_world.Keys, kept, cut, _world.LeavesFile(size)]);
        });

    [Fact]
    public void A_log_that_is_forked_is_found_by_a_head_kept_from_before() => Assert.All(Enumerable.Range(0, World.Kept), leaf =>
        {
            List<string> forked = [.. _world.Leaves];
            forked[leaf] = forked[leaf].Replace("Changed", "Corrected", StringComparison.Ordinal);
            var head = World.Head(_world, forked, World.Size, World.Size);
            var leaves = new JsonObject { ["items"] = new JsonArray([.. forked.Select(text => JsonValue.Create(text))]) }.ToJsonString();

            // By itself it is as good as the other.
            Assert.All(World.Judge(_world.Keys, head, leaves), verdict => Assert.Equal(Outcome.Right, verdict.Outcome));
            var kept = _world.Head(World.Kept, World.Kept);
            Found([_world.Keys, head, leaves, kept]);
            Found([_world.Keys, head, kept, World.Consistency(forked, World.Kept, World.Size)]);
            Found([_world.Keys, head, kept, World.Consistency(_world.Leaves, World.Kept, World.Size)]);
            Found([_world.Keys, head, _world.Head(World.Size, World.Size)]);
        });

    [Fact]
    public void A_record_that_is_cut_off_or_written_anew_is_found_by_one_kept_from_before()
    {
        var kept = World.Record(events: 6, minute: 1);
        Assert.All(Enumerable.Range(1, 5), events => Found([kept, World.Record(events, minute: 2)]));
        Found([kept, World.Record(events: 8, minute: 2, detail: "Nothing happened.")]);
    }

    [Fact]
    public void An_entry_s_older_version_is_found_where_the_log_s_leaves_are_there()
    {
        var older = JsonNode.Parse(_world.Entry(Number))!;
        older["version"] = (int)older["version"]! - 12;
        Found([_world.Keys, older.ToJsonString(), _world.LeavesFile(), _world.Head(World.Size, World.Size)]);
    }

    private void Repeat(string file, int times, Func<Random, string, string?> tamper)
    {
        Random random = new(file.Length * times);
        var text = TextOf(file);
        var meaning = MeaningOf(text);
        for (var done = 0; done < times; )
        {
            if (tamper(random, text) is not { } tampered)
            {
                continue;
            }

            done++;
            var verdicts = World.Judge(Beside(file).Append(tampered));
            var isFound = verdicts.Any(verdict => verdict.Outcome == Outcome.Wrong);
            Assert.True(isFound != (MeaningOf(tampered) == meaning), $"{tampered}\n{string.Join('\n', verdicts)}");
        }
    }

    private string TextOf(string file) =>
        file switch
        {
            "entry" => _world.Entry(Number),
            "proof" => _world.Proof(Number),
            "badge" => _world.Badge(Number),
            "head" => _world.Head(World.Size, World.Size),
            "leaves" => _world.LeavesFile(),
            _ => World.Record(events: 8, minute: 2),
        };

    /// <summary>What is given with a file that was tampered with.</summary>
    private IEnumerable<string> Beside(string file) =>
        file switch
        {
            "entry" => [_world.Keys, _world.Proof(Number)],
            "leaves" => [_world.Keys, _world.Head(World.Size, World.Size)],
            "record" => [],
            _ => [_world.Keys],
        };

    private static void Found(IEnumerable<string> files) =>
        Assert.Contains(World.Judge(files), verdict => verdict.Outcome == Outcome.Wrong);

    /// <summary>The canonical form by the writer's own code, without the time of an export.</summary>
    private static string MeaningOf(string text)
    {
        try
        {
            return Approval.CanonicalJson.Of(Encoding.UTF8.GetBytes(text), "exportedAt");
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static IEnumerable<JsonNode> Parts(JsonNode node) =>
        (
            node switch
            {
                JsonObject members => members.Select(member => member.Value),
                JsonArray items => items,
                _ => [],
            }
        )
            .OfType<JsonNode>()
            .SelectMany(part => Parts(part).Prepend(part));
}
