namespace MicroCred.Approval.Tests;

public sealed class IdTests
{
    private const string Guid = "0e8dfa11-0000-4000-8000-00000000abcd";

    [Fact]
    public void An_application_is_named_by_a_guid_in_lower_case_with_hyphens()
    {
        Assert.Equal(Guid, ApplicationId.Parse(Guid.ToUpperInvariant()).ToString());
        Assert.Equal(Guid, ApplicationId.New(System.Guid.Parse(Guid)).ToString());
    }

    [Theory]
    [InlineData("{0e8dfa11-0000-4000-8000-00000000abcd}")]
    [InlineData("0e8dfa110000400080000000000abcd0")]
    [InlineData("package")]
    [InlineData(null)]
    public void Nothing_else_names_an_application(string? text)
    {
        Assert.False(ApplicationId.TryCreate(text, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => ApplicationId.Parse(text!));
    }

    [Fact]
    public void A_task_is_named_by_its_application_and_its_number()
    {
        var task = TaskId.Parse($"{Guid}-12");
        Assert.Equal((ApplicationId.Parse(Guid), 12), (task.Application, task.Ordinal));
        Assert.Equal($"{Guid}-12", task.ToString());
        Assert.Equal(task, TaskId.Create(ApplicationId.Parse(Guid), 12));
    }

    [Theory]
    [InlineData(Guid)]
    [InlineData(Guid + "-")]
    [InlineData(Guid + "-0")]
    [InlineData(Guid + "-01")]
    [InlineData(Guid + "--1")]
    [InlineData(Guid + "- 1")]
    [InlineData(Guid + "-99999999999")]
    [InlineData("x" + Guid + "-1")]
    [InlineData(null)]
    public void Nothing_else_names_a_task(string? text)
    {
        Assert.False(TaskId.TryCreate(text, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => TaskId.Parse(text!));
    }

    [Fact]
    public void Tasks_count_from_one() => Assert.Throws<ArgumentOutOfRangeException>(() => TaskId.Create(ApplicationId.Parse(Guid), 0));
}
