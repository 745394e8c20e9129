using MicroCred.App.Http;
using MicroCred.App.Publication;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Tests.Publication;

/// <summary>The limits of a search.</summary>
public sealed class SearchLimitsTests
{
    public static TheoryData<string> Taken { get; } =
    [
        "",
        "one two three four five six seven eight nine ten",
        new string('x', 200),
        $" {new string('x', 200)} ",
        "Vaccinate a Person with a COVID-19 Vaccine in a Vaccination Setting",
    ];

    public static TheoryData<string> Refused { get; } =
    [
        "one two three four five six seven eight nine ten eleven",
        "1\t2\u00A03\u20034 5 6 7 8 9 10 11",
        new string('x', 201),
        new string('a', 60_000),
        string.Concat(Enumerable.Range(0, 30_000).Select(number => $"{number} ")),
    ];

    [Theory]
    [MemberData(nameof(Taken))]
    public void Ten_different_words_of_two_hundred_characters_are_taken(string words) => Assert.InRange(QueryOf(words).Words.Count, 0, 11);

    [Theory]
    [MemberData(nameof(Refused))]
    public void More_is_refused_by_the_field_q(string words)
    {
        var problem = Assert.Throws<ProblemException>(() => QueryOf(words)).Problem;

        Assert.Equal(400, problem.Status);
        Assert.StartsWith("q: You gave ", problem.Detail, StringComparison.Ordinal);
        Assert.Equal("q", Assert.Single(problem.Findings!).Field);
        Assert.InRange(problem.Detail.Length, 10, 100);
    }

    private static RegisterQuery QueryOf(string words) =>
        SearchRegister.QueryOf(new DefaultHttpContext { Request = { QueryString = QueryString.Create("q", words) } }.Request);
}
