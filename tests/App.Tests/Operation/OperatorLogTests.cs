using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Operation;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Tests.Operation;

public sealed class OperatorLogTests
{
    private readonly Lines _log = new();

    [Fact]
    public void What_an_operator_does_is_logged_with_who_and_why_on_one_line()
    {
        Log().Note("redrive", "notifications", "The mail server\nis back.");

        Assert.Equal("Operator operator-1: redrive of notifications, because: The mail server is back.", Assert.Single(_log.Written));
    }

    [Fact]
    public void Without_a_reason_or_with_one_that_cannot_be_kept_it_is_not_done()
    {
        Assert.All(["", "  ", null, new string('a', 1001), "\u200B", "\u202Eback"], reason =>
            Assert.Equal(RefusalKind.Invalid, Assert.Throws<RefusedException>(() => Log().Note("redrive", "notifications", reason)).Refusal.Kind));
        Assert.Empty(_log.Written);
    }

    private OperatorLog Log()
    {
        CurrentUser user = new();
        user.SignIn(new Caller(new Actor("operator-1", "An operator", ActorKind.Provider), new HashSet<Role> { Role.Operator }, Provider: null));
        return new OperatorLog(user, _log);
    }

    private sealed class Lines : ILogger<OperatorLog>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception));
    }
}
