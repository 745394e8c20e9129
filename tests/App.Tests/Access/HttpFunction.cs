using System.Reflection;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Tests.Access;

/// <summary>A function that answers HTTP requests, as its attributes describe it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Method">The method that it answers; the first of several.</param>
/// <param name="Route">Its route.</param>
/// <param name="IsPublic">Whether it answers anybody.</param>
internal sealed record HttpFunction(string Name, HttpMethod Method, string Route, bool IsPublic)
{
    public static IReadOnlyList<HttpFunction> All { get; } =
    [
        .. from type in typeof(Caller).Assembly.GetTypes()
           from method in type.GetMethods()
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           from parameter in method.GetParameters()
           let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
           where trigger is not null
           select new HttpFunction(
               function.Name, HttpMethod.Parse(trigger.Methods![0]), trigger.Route!, method.GetCustomAttribute<PublicAttribute>() is not null),
    ];

    public bool IsOfTask => Route.StartsWith("api/tasks/{id}", StringComparison.Ordinal);

    /// <summary>Whether it is about one application, which is named in its path.</summary>
    public bool IsOfApplication => IsOfTask || Route.Contains("{id:guid}", StringComparison.Ordinal);

    /// <summary>The path of a call that is about an application.</summary>
    public string PathFor(ApplicationId id, TaskId? task) => string.Join('/', Route.Split('/').Select(part => part switch
    {
        "{id:guid}" => id.ToString(),
        "{id}" => (task ?? TaskId.Create(id, 1)).ToString(),
        "{doc}" => "d1",
        "{queue}" => Names.NotificationsQueue,
        "{message:guid}" => Guid.Empty.ToString(),
        "{number:int}" or "{criterion:range(1,7)}" => "1",
        "{name}" => "none.css",
        "{*path}" => "nothing/here",
        _ when !part.Contains('{') => part,
        _ => throw new InvalidOperationException($"What stands for {part} in {Route}?"),
    }));
}
