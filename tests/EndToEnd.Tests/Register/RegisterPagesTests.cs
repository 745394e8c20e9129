using System.Net;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Register;

public sealed class RegisterPagesTests(RunningInstance instance) : EndToEndTest(instance)
{
    private static readonly Header Browser = Header.Accept("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");

    [Fact]
    public async Task Anybody_reads_an_entry_as_a_page()
    {
        var published = (await (await Instance.PublishedAsync()).ReadAsync()).Json;

        var page = (await Anyone.GetAsync($"register/{published["registerNumber"]}", Browser)).Is(HttpStatusCode.OK);

        Assert.Equal("text/html", page.MediaType);
        Assert.Contains((string)published["microCredential"]!["title"]!, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anybody_finds_an_entry_on_the_registers_page()
    {
        var published = (await (await Instance.PublishedAsync()).ReadAsync()).Json;
        var title = (string)published["microCredential"]!["title"]!;

        var page = (await Anyone.GetAsync($"register?q={Uri.EscapeDataString(title)}", Browser)).Is(HttpStatusCode.OK);

        Assert.Equal("text/html", page.MediaType);
        Assert.Contains($"/register/{published["registerNumber"]}\"", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_there_is_not_says_so_as_a_page()
    {
        var page = (await Anyone.GetAsync("no/such/page", Browser)).Is(HttpStatusCode.NotFound);

        Assert.Equal("text/html", page.MediaType);
    }
}
