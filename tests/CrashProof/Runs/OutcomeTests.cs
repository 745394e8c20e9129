namespace MicroCred.CrashProof.Tests.Runs;

public sealed class OutcomeTests
{
    private static readonly Outcome Expected = new(["letter to the provider", "row", "row"]);

    [Fact]
    public void What_is_missing_is_lost() => Assert.Equal(["row"], Expected.Beyond(new(["row", "letter to the provider"])));

    [Fact]
    public void What_is_there_once_more_is_doubled() =>
        Assert.Equal(["letter to the provider"], new Outcome([.. Expected.Lines, "letter to the provider"]).Beyond(Expected));

    [Fact]
    public void The_order_makes_no_difference() => Assert.Empty(Expected.Beyond(new(["row", "letter to the provider", "row"])));
}
