using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Operation;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Tests.Operation;

public sealed class OperatorActsTests
{
    private readonly Lines _log = new();

    [Fact]
    public void What_an_operator_does_is_logged_with_who_and_why_on_one_line()
    {
        Acts().Note("redrive", "notifications", "The mail server\nis back.");

        Assert.Equal("Operator operator-1: redrive of notifications, because: The mail server is back.", Assert.Single(_log.Written));
    }

    [Fact]
    public void Without_a_reason_or_with_a_long_one_it_is_not_done()
    {
        Assert.All(["", "  ", null, new string('a', 501)], reason =>
            Assert.Equal(422, Assert.Throws<ProblemException>(() => Acts().Note("redrive", "notifications", reason)).Problem.Status));
        Assert.Empty(_log.Written);
    }

    private OperatorActs Acts()
    {
        CurrentUser user = new();
        user.SignIn(new Actor("operator-1", "An operator", ActorKind.Provider), new HashSet<Role> { Role.Operator }, provider: null);
        return new OperatorActs(user, _log);
    }

    private sealed class Lines : ILogger<OperatorActs>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception));
    }
}
