using MicroCred.App.Register;
using MicroCred.App.Tests.Importing;

namespace MicroCred.App.Tests.Publication;

public sealed class KnownEntriesTests
{
    private readonly KnownEntries _known = new();

    [Fact]
    public void A_row_that_is_read_twice_is_one_entry()
    {
        var first = _known.Of(Read("Crutching"), row: 3);

        Assert.Same(first, _known.Of(Read("Crutching"), row: 3));
    }

    [Fact]
    public void A_later_row_takes_the_place_of_an_earlier_one_and_an_earlier_one_never_that_of_a_later()
    {
        _known.Of(Read("Crutching"), row: 3);
        var later = _known.Of(Read("Shearing"), row: 5);

        Assert.Equal("Crutching", _known.Of(Read("Crutching"), row: 3).Title);
        Assert.Same(later, _known.Of(Read("Shearing"), row: 5));
    }

    private static RegisterEntry Read(string title) => Files.Check(Files.Of(Files.Row(("number", "70"), ("title", title)))).Added.Single();
}
