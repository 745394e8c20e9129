using MicroCred.Tests.Support.Storage;

namespace MicroCred.App.Tests.Cost;

[Collection(CountedApplication.Name)]
public sealed class PublicationCostTests(CountedApplication counted)
{
    /// <summary>
    /// Three of these read the documents again at validation, one reads the provider's other applications, and two read the texts of the
    /// two letters; one reads the evaluators.
    /// </summary>
    private const int RequestsAllowed = 72;

    [Fact]
    public void From_submission_to_the_register_an_application_takes_no_more_requests_than_this() =>
        Assert.True(counted.Pipeline.Count <= RequestsAllowed, $"It took {counted.Pipeline.Count}:\n{Account(counted.Pipeline)}");

    [Fact]
    public void The_engine_takes_as_many_as_three_activities_and_one_event_need() =>
        Assert.True(counted.Pipeline.Count(name => name.IsTheEngines) == 32, Account(counted.Pipeline));

    private static string Account(IEnumerable<RequestName> names) =>
        string.Join('\n', names.CountBy(name => name).OrderByDescending(name => name.Value).Select(name => $"{name.Value} {name.Key}"));
}
