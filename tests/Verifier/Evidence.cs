using System.Text;
using System.Text.Json;

namespace MicroCred.Verification;

/// <summary>Files to check, each known by its shape: what the register and an application's record are downloaded as.</summary>
public sealed class Evidence
{
    private readonly List<Verdict> _verdicts = [];
    private readonly List<Head> _heads = [];
    private readonly List<Proof> _proofs = [];
    private readonly List<Consistency> _consistencies = [];
    private readonly List<Leaves> _leaves = [];
    private readonly List<Entry> _entries = [];
    private readonly List<string> _badges = [];
    private readonly List<AuditRecord> _records = [];
    private JsonElement? _keys;

    /// <summary>Adds a file.</summary>
    /// <param name="name">Its name, for sentences about it.</param>
    /// <param name="content">Its bytes.</param>
    public void Add(string name, ReadOnlyMemory<byte> content) => Try(() => Take(name, content));

    /// <summary>What all of it together shows.</summary>
    public IReadOnlyList<Verdict> Judge()
    {
        var keys = _keys is { } set ? new Keys(set) : null;
        if (keys is null && (_heads.Count > 0 || _proofs.Count > 0 || _badges.Count > 0))
        {
            Say(Outcome.Unknown, "Without the register's keys (/.well-known/jwks.json) no signature can be checked.");
        }
        else if (keys is not null)
        {
            JudgeSigned(keys);
        }

        _records.ForEach(JudgeRecord);
        return _verdicts;
    }

    private void JudgeSigned(Keys keys)
    {
        foreach (var head in _heads)
        {
            Try(() =>
            {
                head.Check(keys);
                Say(Outcome.Right, $"The log's head of {head.At}, with {head.Size} leaves, is signed by the register.");
            });
        }

        foreach (var proof in _proofs)
        {
            Try(() =>
            {
                proof.Check(keys);
                Say(Outcome.Right, $"Leaf {proof.Leaf} is in the log of {proof.Size} leaves that the register signed.");
            });
        }

        Head[] heads = [.. _heads, .. _proofs.Select(proof => proof.Head)];
        List<LeafText> leaves = [];
        Try(() => leaves = JudgeLeaves(heads));
        Try(() => JudgeHeads(heads, leaves.Count));
        _entries.ForEach(entry => Try(() => JudgeEntry(entry, leaves)));
        foreach (var text in _badges)
        {
            Try(() =>
            {
                var badge = Badge.Read(text, keys);
                Say(Outcome.Right, $"The badge of entry {badge.Number} is signed by the register.");
                if (_entries.Any(entry => entry.Number == badge.Number && !entry.IsOf(badge)))
                {
                    throw new FaultException($"The badge of entry {badge.Number} says something else than the entry.");
                }
            });
        }
    }

    private List<LeafText> JudgeLeaves(Head[] heads)
    {
        if (_leaves.Count == 0)
        {
            return [];
        }

        var texts = _leaves.OrderBy(SeqOfFirst).SelectMany(leaves => leaves.Items);
        List<LeafText> read = [.. texts.Select((text, leaf) => LeafText.Read(text, leaf))];
        var hashes = read.Select(leaf => Hashes.OfLeaf(leaf.Text)).ToArray();
        foreach (var head in heads)
        {
            if (head.Size > read.Count)
            {
                throw new FaultException($"The head of {head.At} counts {head.Size} leaves, and there are {read.Count}: some are missing.");
            }

            if (!Hashes.OfTree(hashes.AsSpan(0, (int)head.Size)).SequenceEqual(Hashes.Read(head.Root)))
            {
                throw new FaultException($"The first {head.Size} leaves aren't those of the head of {head.At}: one was changed.");
            }
        }

        if (heads.Length == 0)
        {
            Say(Outcome.Unknown, "Without a head of the log nothing says that these are its leaves.");
        }
        else if (heads.Max(head => head.Size) < read.Count)
        {
            throw new FaultException($"There are {read.Count} leaves, and the latest head counts {heads.Max(head => head.Size)}.");
        }
        else
        {
            Say(Outcome.Right, $"All {read.Count} leaves of the log are there, each as it was signed.");
        }

        return read;
    }

    private static long SeqOfFirst(Leaves leaves) =>
        leaves.Items is [var first, ..]
        && Strict.Parse(Encoding.UTF8.GetBytes(first), "A leaf") is { ValueKind: JsonValueKind.Object } json
        && json.TryGetProperty("seq", out var seq)
        && seq.TryGetInt64(out var number)
            ? number
            : 0;

    /// <summary>Each head is held against the one before it.</summary>
    private void JudgeHeads(Head[] heads, int leaves)
    {
        Head[] inTime = [.. heads.OrderBy(head => head.Moment).ThenBy(head => head.Size)];
        foreach (var (earlier, later) in inTime.Zip(inTime.Skip(1)))
        {
            var proof = _consistencies.Find(proof => proof.From == earlier.Size && proof.To == later.Size);
            if (later.Size < earlier.Size)
            {
                throw new FaultException(
                    $"The log had {earlier.Size} leaves at {earlier.At}, and {later.Size} at {later.At}: it was cut off."
                );
            }

            if (later.Size == earlier.Size && later.Root != earlier.Root)
            {
                throw new FaultException($"The log has two heads of {later.Size} leaves: it was rewritten, or forked.");
            }

            if (later.Size > earlier.Size && leaves == 0)
            {
                if (proof is null && earlier.Size > 0)
                {
                    Say(
                        Outcome.Unknown,
                        $"Whether the log only added to its {earlier.Size} leaves of {earlier.At}, its leaves or a consistency proof would show."
                    );
                    continue;
                }

                proof?.Check(earlier, later);
            }
            else
            {
                proof?.Check(earlier, later);
            }

            if (later != earlier)
            {
                Say(Outcome.Right, $"The log of {later.At} only adds to the one of {earlier.At}.");
            }
        }

        if (
            _consistencies.Find(proof =>
                !inTime.Zip(inTime.Skip(1)).Any(pair => (pair.First.Size, pair.Second.Size) == (proof.From, proof.To))
            ) is
            { } idle
        )
        {
            Say(Outcome.Unknown, $"The consistency proof from {idle.From} to {idle.To} leaves needs the heads of both.");
        }
    }

    private void JudgeEntry(Entry entry, IReadOnlyList<LeafText> leaves)
    {
        var proof = _proofs.Find(proof => LeafText.Read(proof.Data, proof.Leaf).Says.Number == entry.Number);
        var last = leaves.LastOrDefault(leaf => leaf.Says.Number == entry.Number);
        if (proof is null && last is null)
        {
            Say(Outcome.Unknown, $"Whether entry {entry.Number} is as it was recorded, its proof or the log's leaves would show.");
            return;
        }

        if (proof is not null)
        {
            entry.Check(LeafText.Read(proof.Data, proof.Leaf));
        }

        if (last is not null)
        {
            entry.Check(last);
        }

        Say(
            Outcome.Right,
            $"Entry {entry.Number}, version {entry.Version}, says what the log recorded of it{(last is null ? "" : " last")}."
        );
    }

    private void JudgeRecord(AuditRecord record) =>
        Try(() =>
        {
            record.Check();
            Say(
                Outcome.Right,
                $"The chain of application {record.Id} is whole: {record.Events} events, and the state is as the last one left it."
            );
            foreach (var kept in _records.Where(kept => kept != record && kept.Id == record.Id && kept.At <= record.At))
            {
                record.CheckGoesOnFrom(kept);
                Say(Outcome.Right, $"It goes on from the record of {kept.Events} events.");
            }
        });

    private void Take(string name, ReadOnlyMemory<byte> content)
    {
        var text = Encoding.UTF8.GetString(content.Span).Trim();
        if (!text.StartsWith('{') && text.Count(letter => letter == '.') == 2)
        {
            _badges.Add(text);
            return;
        }

        var json = Strict.Parse(content, name);
        bool Has(params string[] members) =>
            json.ValueKind == JsonValueKind.Object && members.All(member => json.TryGetProperty(member, out _));
        if (Has("keys"))
        {
            _keys = json;
        }
        else if (Has("data", "path"))
        {
            _proofs.Add(Strict.Read<Proof>(json, name));
        }
        else if (Has("from", "to"))
        {
            _consistencies.Add(Strict.Read<Consistency>(json, name));
        }
        else if (Has("jws"))
        {
            _heads.Add(Strict.Read<Head>(json, name));
        }
        else if (Has("items"))
        {
            _leaves.Add(Strict.Read<Leaves>(json, name));
        }
        else if (Has("events"))
        {
            _records.Add(new AuditRecord(json));
        }
        else if (Has("number", "title"))
        {
            _entries.Add(new Entry(json));
        }
        else
        {
            throw new FaultException($"{name} is nothing that can be checked here.");
        }
    }

    private void Try(Action check)
    {
        try
        {
            check();
        }
        catch (FaultException fault)
        {
            Say(Outcome.Wrong, fault.Message);
        }
        catch (Exception failure) when (failure is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            // What the JSON readers throw at a value of another type than is asked for.
            Say(Outcome.Wrong, $"Something hasn't the shape that it should have: {failure.Message}");
        }
    }

    private void Say(Outcome outcome, string sentence) => _verdicts.Add(new(outcome, sentence));
}
