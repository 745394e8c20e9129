using MicroCred.App.Identity;
using MicroCred.App.Settings;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Commands;

/// <summary>All that a command may use besides its content and the application.</summary>
/// <param name="Caller">Who asks for it.</param>
/// <param name="Now">The time, in UTC.</param>
/// <param name="Rules">The rules and their figures.</param>
/// <param name="Directory">Who evaluates, registers and advises; as it is now where the command gives a task.</param>
/// <param name="Work">Everybody's open tasks; none unless the command gives a task.</param>
internal sealed record CommandContext(Caller Caller, DateTimeOffset Now, RuleSettings Rules, SectorDirectory Directory, OpenWork Work)
{
    /// <summary>The caller as the audit names them.</summary>
    public Actor By => Caller.Actor;

    /// <summary>The provider that the caller acts for.</summary>
    /// <exception cref="InvalidOperationException">The caller acts for none.</exception>
    public Provider Provider => Caller.Provider ?? throw new InvalidOperationException($"{By.Id} acts for no provider.");
}
