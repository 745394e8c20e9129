using System.Net;
using MicroCred.Demo.Cases;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;
using MicroCred.Tests.Support;

namespace MicroCred.EndToEnd.Tests.Contract;

/// <summary>docs/microcred.http, which is for sending by hand, sent from its first request to its last.</summary>
[Collection(nameof(Alone))]
public sealed class HttpFileTests(RunningInstance instance) : EndToEndTest(instance)
{
    private static readonly HttpFile OfTheRepository = HttpFile.Parse(Repository.Read(HttpFile.Path));

    [Fact]
    public async Task Every_request_answers_as_the_file_says_and_the_description_shows()
    {
        await using var restored = new RestoredEvaluators(Instance);
        var samples = Directory.CreateTempSubdirectory("microcred-samples-");
        try
        {
            SamplesFolder.Write(samples.FullName);
            var folder = Path.Combine(samples.FullName, Path.GetFileName(OfTheRepository.Variables["samples"]));
            var run = new HttpFileRun(Instance, new(new Dictionary<string, string>(OfTheRepository.Variables) { ["samples"] = folder }));
            var description = await DescriptionAsync();
            foreach (var request in OfTheRepository.Requests)
            {
                description.Show(request.Method, $"/{request.Target}", await run.SendAsync(request));
            }

            await Redocly.AssertCleanAsync(description.Json);
        }
        finally
        {
            samples.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_file_has_every_call_of_the_interface_and_no_other()
    {
        var description = await DescriptionAsync();

        Assert.Equal(
            description.Operations.Order(StringComparer.Ordinal),
            OfTheRepository
                .Requests.Select(request =>
                    description.OperationOf(request.Method, $"/{request.Target}") ?? $"{request} is no call of the interface"
                )
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void It_looks_for_the_app_and_the_samples_where_they_are_by_default()
    {
        var folder = Path.Combine(Path.GetDirectoryName(HttpFile.Path)!, OfTheRepository.Variables["samples"]);

        Assert.Equal(MicroCred.Demo.Options.Parse([])!.Url, new Uri(OfTheRepository.Variables["host"]));
        Assert.Equal(
            Path.GetFullPath(MicroCred.Demo.Options.Parse(["samples"])!.Samples!),
            Path.GetDirectoryName(Path.GetFullPath(folder))
        );
    }

    [Theory]
    [InlineData("### A\nGET {{host}}/api/health", "doesn't say what it answers")]
    [InlineData("### A\n# Answers 200\nFETCH {{host}}/api/health", "isn't a method and an address")]
    [InlineData("### A\n# Answers 200\nGET http://elsewhere/api/health", "isn't a method and an address")]
    [InlineData("### A\n# Should be 200\nGET {{host}}/api/health", "says neither a name nor what is answered")]
    [InlineData("### A\n# Answers 200\nPOST {{host}}/api/x\nContent-Type: application/json\n\n{\n# gone\n}", "is left out by the editors")]
    [InlineData("### A\n# Answers 200\nGET {{host}}/api/health\nNo header", "isn't a header")]
    [InlineData("host = here\n### A", "isn't a variable")]
    [InlineData("### A\n# Answers 200\n", "has no request under it")]
    public void What_an_editor_would_read_otherwise_is_a_fault(string text, string fault) =>
        Assert.Contains(fault, Assert.Throws<FormatException>(() => HttpFile.Parse(text)).Message, StringComparison.Ordinal);

    private async Task<Description> DescriptionAsync() =>
        new((await Anyone.GetAsync("api/openapi.json")).Is(HttpStatusCode.OK).Json.AsObject());
}
