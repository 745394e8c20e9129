using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace MicroCred.App.Tests.Architecture;

/// <summary>The dependencies between the app's folders, by the types that they use of each other.</summary>
public sealed class FolderTests
{
    private const string Root = "MicroCred.App";

    private static readonly string[] WithoutHttp =
    [
        "Commands",
        "Identity",
        "Notices",
        "Notification",
        "Pipeline",
        "Quotas",
        "Reconciliation",
        "Register",
        "Settings",
        "Signing",
        "Storage",
    ];

    private static readonly IReadOnlyList<IType> Types =
    [
        .. new ArchLoader().LoadAssembly(typeof(Composition).Assembly).Build().Types.Where(type => FolderOf(type) is not null),
    ];

    [Fact]
    public void No_two_folders_need_each_other()
    {
        var arrows = Arrows();
        var circles = Arrow.InCircles(arrows);

        Assert.Contains(arrows, arrow => arrow is { From: "Pipeline", To: "Storage" });
        Assert.True(circles.Count == 0, $"These arrows lead back to where they come from:\n{string.Join('\n', circles)}");
    }

    [Fact]
    public void Two_folders_that_need_each_other_are_named_with_what_they_use()
    {
        Arrow there = new("Storage", "Http", "ApplicationStore uses Problem");
        Arrow back = new("Http", "Storage", "Answer uses ApplicationStore");

        Assert.Equal([there, back], Arrow.InCircles([there, back, new("Pages", "Http", "PageResult uses Problem")]));
    }

    [Fact]
    public void Nothing_but_the_edge_knows_HTTP() =>
        Assert.Empty(
            from type in Types
            where WithoutHttp.Contains(FolderOf(type)) && Uses(type, typeof(HttpContext).Namespace!)
            select type.FullName
        );

    [Fact]
    public void Settings_are_read_in_one_folder_and_handed_on_by_what_puts_the_app_together() =>
        Assert.Empty(
            from type in Types
            where
                FolderOf(type) is not ("Settings" or "")
                && !type.Name.EndsWith("Registration", StringComparison.Ordinal)
                && type.Dependencies.Any(used => used.Target.FullName == typeof(IConfiguration).FullName)
            select type.FullName
        );

    private static IReadOnlyList<Arrow> Arrows() =>
        [
            .. from type in Types
            from used in type.Dependencies
            let to = FolderOf(used.Target)
            where to is not null && to != FolderOf(type)
            group (type, used.Target) by (From: FolderOf(type)!, To: to) into same
            select new Arrow(Named(same.Key.From), Named(same.Key.To), $"{same.First().type.Name} uses {same.First().Target.Name}"),
        ];

    private static bool Uses(IType type, string name) => type.Dependencies.Any(used => used.Target.Namespace?.FullName == name);

    /// <summary>The app's top-level folder of a type, empty for a type outside all folders; null for a type from elsewhere.</summary>
    private static string? FolderOf(IType type) =>
        type.Namespace?.FullName is not { } name ? null
        : name == Root ? ""
        : name.StartsWith(Root + ".", StringComparison.Ordinal) ? name[(Root.Length + 1)..].Split('.')[0]
        : null;

    private static string Named(string folder) => folder.Length == 0 ? "(the app's own folder)" : folder;
}
