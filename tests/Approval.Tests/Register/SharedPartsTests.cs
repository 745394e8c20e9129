using System.Text.Json;

namespace MicroCred.Approval.Tests;

public sealed class SharedPartsTests
{
    [Fact]
    public void An_entry_says_the_same_with_parts_that_others_have_too()
    {
        SharedParts shared = new();
        var entries = new MadeUpRegister(1).Entries(200).Select(Read).ToList();

        var sharing = entries.Select(shared.Of).ToList();

        Assert.Equal(entries.Select(Text), sharing.Select(Text));
        var of = sharing.GroupBy(entry => entry.Developer.Number).First(group => group.Count() > 1).ToList();
        Assert.Same(of[0].Developer, of[1].Developer);
        Assert.Same(of[0].Deliverers, of[1].Deliverers);
        Assert.Same(of[0].DeliveryModes, of[1].DeliveryModes);
    }

    [Fact]
    public void Standards_are_one_object_each_and_lists_of_several_stay_as_they_were()
    {
        SharedParts shared = new();
        var entry = new MadeUpRegister(1).Entries(1)[0];
        StandardContent first = new(1, 1, "First", 3, 2),
            second = new(2, 1, "Second", 3, 2);

        var one = shared.Of(entry with { Standards = [first, second] });
        var other = shared.Of(entry with { Standards = [second with { }, first with { }, first with { }] });

        Assert.Equal([second, first, first], other.Standards);
        Assert.Same(one.Standards[1], other.Standards[0]);
        Assert.Same(one.Standards[0], other.Standards[2]);
    }

    /// <summary>An entry as it is read from storage: nothing of it is another's.</summary>
    private static RegisterEntry Read(RegisterEntry entry) => JsonSerializer.Deserialize<RegisterEntry>(Text(entry), ApprovalJson.Options)!;

    private static string Text(RegisterEntry entry) => JsonSerializer.Serialize(entry, ApprovalJson.Options);
}
