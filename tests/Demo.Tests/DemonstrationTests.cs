using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using MicroCred.Demo.Cases;
using MicroCred.EndToEnd.Tests.Running;
using Spectre.Console;

namespace MicroCred.Demo.Tests;

public static class DemonstrationTests
{
    public sealed class Played_twice_on_the_same_data(PlayedTwice played) : IClassFixture<PlayedTwice>
    {
        [Fact]
        public void It_succeeds_both_times()
        {
            Assert.True(played.First.Code == Demonstration.Success, played.First.Output);
            Assert.True(played.Second.Code == Demonstration.Success, played.Second.Output);
        }

        [Fact]
        public void Each_of_the_papers_cases_gets_a_reporting_code_of_its_own() =>
            Assert.Equal(8, Codes(played.First.Output).Distinct().Count());

        [Fact]
        public void Each_faulty_case_comes_back_with_its_rule() =>
            Assert.All(SampleCases.All.Where(sample => sample.IsFaulty), sample =>
                Assert.Matches(
                    $"done    {Regex.Escape(sample.Script.Name)}: returned, {Assert.Single(sample.Script.Expect.Rules)}: ",
                    played.First.Output
                )
            );

        [Fact]
        public void The_second_time_it_finds_what_the_first_one_published()
        {
            Assert.Equal(
                8,
                Regex.Count(played.Second.Output, "^done .*: already on the register as [0-9]+, reporting code", RegexOptions.Multiline)
            );
            Assert.Equal(Codes(played.First.Output).Order(), Codes(played.Second.Output).Order());
        }

        [Fact]
        public void It_stops_what_it_started() => Assert.False(played.SomebodyStillAnswers);

        private static IEnumerable<string> Codes(string output) =>
            Regex.Matches(output, "reporting code ([0-9]{4})").Select(match => match.Groups[1].Value);
    }

    public sealed class Left_serving : IDisposable
    {
        private readonly DemoRun _demo = new();

        public void Dispose() => _demo.Dispose();

        [Fact]
        public async Task It_serves_a_register_that_the_verifier_finds_right_until_Ctrl_C_and_then_stops_the_app()
        {
            using var demo = _demo.Start();
            while (await demo.StandardOutput.ReadLineAsync() is { } line && !line.Contains("until Ctrl-C", StringComparison.Ordinal))
            {
                Assert.DoesNotContain("FAILED", line, StringComparison.Ordinal);
            }

            Assert.True(await _demo.SomebodyAnswersAsync());
            await TheRegisterHoldsAsync();

            using var interrupt = Process.Start("/bin/sh", ["-c", $"kill -INT {demo.Id}"]);
            await demo.WaitForExitAsync();

            Assert.Equal(Demonstration.Success, demo.ExitCode);
            Assert.False(await _demo.SomebodyAnswersAsync());
        }

        private async Task TheRegisterHoldsAsync()
        {
            using DemosRegister register = new(_demo.Url);
            await register.DownloadAsync(entries: 8);

            var (code, said) = await register.VerifyAsync();

            Assert.True(code == 0, said);
            Assert.Equal(8, Regex.Count(said, "^Entry [0-9]+, version 1, says what the log recorded of it last", RegexOptions.Multiline));
            Assert.Equal(8, Regex.Count(said, "^The badge of entry [0-9]+ is signed by the register", RegexOptions.Multiline));
            Assert.Equal(8, Regex.Count(said, "^The chain of application .* is whole", RegexOptions.Multiline));

            await register.ChangeAsync("1.json", "\"credits\":", "\"credits\":1");
            Assert.Equal(1, (await register.VerifyAsync()).Code);
        }
    }

    public sealed class Where_something_else_answers : IDisposable
    {
        private readonly HttpListener _other = new();
        private readonly Uri _url = new($"http://localhost:{FreePort.Next()}/");

        public Where_something_else_answers()
        {
            _other.Prefixes.Add(_url.AbsoluteUri);
            _other.Start();
        }

        public void Dispose() => _other.Close();

        [Fact]
        public async Task It_says_so_and_starts_nothing()
        {
            var answering = AnswerAsync();

            var fault = await Assert.ThrowsAsync<MicroCred.Demo.Server.ServerFault>(() =>
                new Demonstration(new(null, Once: true, _url), AnsiConsole.Console).RunAsync(CancellationToken.None)
            );

            Assert.Contains("not a healthy app", fault.Message, StringComparison.Ordinal);
            await answering;
        }

        private async Task AnswerAsync()
        {
            var call = await _other.GetContextAsync();
            call.Response.StatusCode = 404;
            call.Response.Close();
        }
    }
}
