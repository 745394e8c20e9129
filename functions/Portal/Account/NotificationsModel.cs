namespace MicroCred.Portal;

/// <summary>The page on which somebody says where and when they get notices by e-mail.</summary>
/// <param name="Form">Its form.</param>
/// <param name="Kinds">The kinds of notices that may come to them, by name, and what each tells.</param>
public sealed record NotificationsModel(Form Form, IReadOnlyList<(string Name, string What)> Kinds) : PageModel(typeof(NotificationsPage))
{
    /// <summary>The field of a kind.</summary>
    public static string FieldOf(string kind) => $"kinds.{kind}";
}
