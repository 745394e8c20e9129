using System.Net;
using MicroCred.App.Tests.Support;

namespace MicroCred.App.Tests.Pages;

/// <summary>What a registrar says of evaluators, and these of themselves, on pages.</summary>
[Collection(SharedApp.Name)]
public sealed class EvaluatorPagesTests(SharedApp shared) : IAsyncLifetime
{
    private readonly RunningApp _app = shared.App;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() =>
        _app.SendAsync(
            "registrar",
            HttpMethod.Put,
            "/api/evaluators/evaluator-4",
            new
            {
                fields = Array.Empty<string>(),
                interests = Array.Empty<string>(),
                absences = Array.Empty<string>(),
                capacity = (int?)null,
                levels = new { from = 1, to = 10 },
            }
        );

    [Fact]
    public async Task A_registrar_goes_from_the_list_to_an_evaluator_and_saves_all_of_it()
    {
        Assert.Contains("/evaluators/evaluator-4", await _app.PageAsync("registrar", "/evaluators"), StringComparison.Ordinal);
        var page = await _app.PageAsync("registrar", "/evaluators/evaluator-4");

        var (status, _, next) = await _app.SendAsync(
            "registrar",
            page,
            "form",
            ("fields", "03"),
            ("fields", "09"),
            ("levels.from", "3"),
            ("levels.to", "6"),
            ("capacity", "5"),
            ("interests", "9005"),
            ("absences[1].from", "1/3/2027"),
            ("absences[1].to", "2027-03-05"),
            ("absences[1].delegate", "evaluator-1")
        );

        Assert.Equal((HttpStatusCode.SeeOther, "/evaluators/evaluator-4?done=saved"), (status, next));
        var list = await _app.PageAsync("registrar", "/evaluators");
        Assert.Contains("3 to 6", list, StringComparison.Ordinal);
        Assert.Contains("at most 5", list, StringComparison.Ordinal);
        var again = await _app.PageAsync("registrar", "/evaluators/evaluator-4");
        Assert.Contains("value=\"2027-03-01\"", again, StringComparison.Ordinal);
        Assert.Contains("<option value=\"evaluator-1\" selected", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_evaluator_comes_from_their_account_and_says_what_is_theirs_to_say()
    {
        Assert.Contains("/evaluators/evaluator-4", await _app.PageAsync("evaluator-4", "/account"), StringComparison.Ordinal);
        var page = await _app.PageAsync("evaluator-4", "/evaluators/evaluator-4");
        Assert.DoesNotContain("name=\"capacity\"", page, StringComparison.Ordinal);

        var (status, _, _) = await _app.SendAsync("evaluator-4", page, "form", ("interests", "9002\n9005"));

        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Contains("9002, 9005", await _app.PageAsync("registrar", "/evaluators"), StringComparison.Ordinal);
        Assert.Contains("9002, 9005", await _app.PageAsync("evaluator-4", "/account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_comes_back_at_its_field_with_what_was_typed()
    {
        var page = await _app.PageAsync("registrar", "/evaluators/evaluator-4");

        var (status, wrong, _) = await _app.SendAsync(
            "registrar",
            page,
            "form",
            ("levels.from", "6"),
            ("levels.to", "6"),
            ("interests", "Stratcom"),
            ("absences[0].from", "soon")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("<title>Error: ", wrong, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#interests\">Stratcom is no provider’s number.", wrong, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#absences-0-from\">", wrong, StringComparison.Ordinal);
        Assert.Contains("value=\"soon\"", wrong, StringComparison.Ordinal);

        (status, wrong, _) = await _app.SendAsync("registrar", page, "form", ("levels.from", "6"), ("levels.to", "3"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("It goes from 6 to 3.", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_was_made_before_somebody_else_saved_comes_back_with_what_is_saved_now_and_can_replace_it()
    {
        var page = await _app.PageAsync("registrar", "/evaluators/evaluator-4");
        await _app.SendAsync("registrar", page, "form", ("levels.from", "1"), ("levels.to", "10"), ("capacity", "7"));

        var (status, again, _) = await _app.SendAsync(
            "registrar",
            page,
            "form",
            ("levels.from", "1"),
            ("levels.to", "10"),
            ("capacity", "8")
        );

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("What is saved now", again, StringComparison.Ordinal);
        Assert.Contains("value=\"8\"", again, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.SeeOther,
            (await _app.SendAsync("registrar", again, "form", ("levels.from", "1"), ("levels.to", "10"), ("capacity", "8"))).Status
        );
        Assert.Contains("at most 8", await _app.PageAsync("registrar", "/evaluators"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_answered_as_it_was_at_first()
    {
        var page = await _app.PageAsync("evaluator-4", "/evaluators/evaluator-4");
        (string, string)[] form = [("interests", "9002"), ("absences[0].from", "1/3/2027"), ("absences[0].to", "2027-03-05")];

        var first = await _app.SendAsync("evaluator-4", page, "form", form);
        var second = await _app.SendAsync("evaluator-4", page, "form", form);

        Assert.Equal((HttpStatusCode.SeeOther, "/evaluators/evaluator-4?done=saved"), (first.Item1, first.Item3));
        Assert.Equal((first.Item1, first.Item3), (second.Item1, second.Item3));
    }

    [Fact]
    public async Task Nobody_opens_another_evaluator_s_page()
    {
        using var http = _app.As("evaluator-1");
        using var answer = await http.GetAsync(new Uri("/evaluators/evaluator-4", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
