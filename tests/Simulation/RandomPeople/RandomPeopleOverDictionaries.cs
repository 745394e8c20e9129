using MicroCred.Simulation.Dictionaries;

namespace MicroCred.Simulation.RandomPeople;

/// <summary>
/// The domain, the commands and the orchestrators alone, with dictionaries in place of storage. Every test run has twenty worlds of a hundred
/// applications; <c>MICROCRED_SEEDS=1000 dotnet test tests/Simulation --filter RandomPeopleOverDictionaries</c> has so many of two thousand.
/// <c>MICROCRED_SEEDS_FIRST</c> and <c>MICROCRED_SEEDS_APPLICATIONS</c> choose others.
/// </summary>
public sealed class RandomPeopleOverDictionaries
{
    private const int Seeds = 20;
    private const int InATestRun = 100;
    private const int ByCommand = 2_000;

    [Fact]
    public async Task Whatever_people_do_every_invariant_holds_at_each_step()
    {
        var byCommand = RandomPeople.Seeds.AreAskedFor;
        var (breaks, results) = await RandomPeople.Seeds.LiveAsync(
            Seeds,
            byCommand ? ByCommand : InATestRun,
            byCommand ? Environment.ProcessorCount : 1,
            () => new DictionaryStorage()
        );

        Assert.True(breaks.Count == 0, string.Join('\n', breaks));
        Assert.All(Happened, result => Assert.Contains(result, results.Keys));
    }

    /// <summary>What has to happen somewhere in so many worlds, or they show too little.</summary>
    private static readonly string[] Happened =
    [
        "AddDocument: Done",
        "AnswerInformationRequest: Done",
        "Decide: Done",
        "Decide: WrongState",
        "DeclareConflict: Done",
        "ExtendInformationRequest: Done",
        "ExtendTask: Done",
        "LapseInformationRequest: Done",
        "LapseInformationRequest: WrongState",
        "ReassignTask: Done",
        "ReassignTask: Invalid",
        "RejectInfectedDocuments: Done",
        "ReleaseTask: Done",
        "ReplaceApplication: Done",
        "ReplaceApplication: Invalid",
        "RequestReconsideration: Done",
        "RequestReconsideration: WrongState",
        "WithdrawApplication: Done",
        "WithdrawApplication: WrongState",
        "WriteNote: Done",
    ];
}
