namespace MicroCred.Demo.Tests;

public sealed class OptionsTests
{
    [Fact]
    public void Without_arguments_the_cases_are_played_at_the_usual_address_and_the_app_goes_on_serving() =>
        Assert.Equal(new Options(null, Once: false, new("http://localhost:7071")), Options.Parse([]));

    [Fact]
    public void An_address_and_once_can_be_given_in_any_order()
    {
        var expected = new Options(null, Once: true, new("https://example.org:8443"));

        Assert.Equal(expected, Options.Parse(["--once", "--url", "https://example.org:8443"]));
        Assert.Equal(expected, Options.Parse(["--url", "https://example.org:8443", "--once"]));
    }

    [Fact]
    public void The_made_up_register_is_loaded_on_request() =>
        Assert.Equal(
            new Options(null, Once: true, new("http://localhost:7071")) { Register = true },
            Options.Parse(["--register", "--once"])
        );

    [Fact]
    public void Samples_go_to_a_folder_of_their_own_or_to_the_one_given()
    {
        Assert.Equal(Path.Combine(".local", "samples"), Options.Parse(["samples"])?.Samples);
        Assert.Equal("here", Options.Parse(["samples", "here"])?.Samples);
    }

    [Theory]
    [InlineData("--twice")]
    [InlineData("--url")]
    [InlineData("--url", "nowhere")]
    [InlineData("--url", "ftp://example.org")]
    [InlineData("samples", "here", "there")]
    public void What_makes_no_sense_is_not_guessed_at(params string[] arguments) => Assert.Null(Options.Parse(arguments));
}
