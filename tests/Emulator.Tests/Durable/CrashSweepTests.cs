using MicroCred.Emulator.Tests.Durable.Faults;
using MicroCred.Emulator.Tests.Durable.World;

namespace MicroCred.Emulator.Tests.Durable;

/// <summary>One case, cut off at each storage call in turn, ends each time as it does undisturbed.</summary>
public abstract class CrashSweepTests(StoreKind kind)
{
    /// <summary>How many calls beyond the last one are tried: what arrives together makes a call fewer now and then.</summary>
    private const int Margin = 3;

    [Theory]
    [InlineData(FaultKind.CutBefore)]
    [InlineData(FaultKind.CutAfter)]
    [InlineData(FaultKind.AnswerLost)]
    [InlineData(FaultKind.FailsOnce)]
    public async Task Whatever_happens_to_one_storage_call_the_case_ends_as_it_does_undisturbed(FaultKind fault)
    {
        var undisturbed = await PlayAsync(new Fault(fault, 0));
        var happened = 0;
        for (var call = 1; call <= happened + Margin; call++)
        {
            var played = await PlayAsync(new Fault(fault, call));
            happened += played.HasHappened ? 1 : 0;
            Assert.True(
                undisturbed.Instances.SequenceEqual(played.Instances),
                $"{fault} at call {call}\nexpected {string.Join("\n", undisturbed.Instances)}\nactual {string.Join("\n", played.Instances)}");
            Assert.Equal(undisturbed.Effects, played.Effects);
        }

        Assert.True(happened > 20, $"The sweep was over after {happened} calls.");
    }

    private async Task<SweptCase.Ending> PlayAsync(Fault fault)
    {
        var swept = new SweptCase(kind);
        await swept.InitializeAsync();
        try
        {
            return await swept.PlayAsync(fault);
        }
        finally
        {
            await swept.DisposeAsync();
        }
    }

    public sealed class InMemory() : CrashSweepTests(StoreKind.Memory);

    public sealed class OnTables() : CrashSweepTests(StoreKind.Tables);
}
