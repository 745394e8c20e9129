using MicroCred.App.Publication;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Publication;

public sealed class RegisterQueryTests
{
    private static readonly RegisterEntry Entry = RegisterEntry.From(
        AnApplication.WithoutFault.With(content => content with { Title = "Tīmata: ngā whāriki" }).Approved(), 1, code: null);

    [Theory]
    [InlineData("timata", true)]
    [InlineData("TĪMATA", true)]
    [InlineData("t\u0069\u0304mata", true)]
    [InlineData("whariki", true)]
    [InlineData("wharika", false)]
    public void Words_are_found_with_their_macrons_or_without_composed_or_not_in_any_case(string word, bool isFound) =>
        Assert.Equal(isFound ? [Entry] : [], new RegisterQuery([word], null, null, null, null, After: 0, Limit: 10).Page([Entry]).Items);
}
