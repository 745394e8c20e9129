using MicroCred.App.Identity;

namespace MicroCred.App.Commands;

/// <summary>The function runs a command, and may be called by the roles that the command allows.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AllowAttribute<TCommand>() : AllowAttribute([.. TCommand.Roles])
    where TCommand : ICommand
{
    public override Type Command => typeof(TCommand);
}
