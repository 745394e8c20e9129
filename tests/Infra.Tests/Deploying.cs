using System.Diagnostics;

namespace MicroCred.Infra.Tests;

/// <summary><c>infra/deploy.sh</c>, with fakes of az, azd, git and dotnet that record their calls.</summary>
public sealed class Deploying : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Publishes_with_the_locked_packages_and_puts_the_package_there_as_who_deploys()
    {
        (var exit, var calls, _) = Deploy(uncommitted: "");

        Assert.Equal(0, exit);
        Assert.Collection(
            calls.Where(call => call.StartsWith("dotnet", StringComparison.Ordinal) || call.StartsWith("az ", StringComparison.Ordinal)),
            publish =>
                Assert.Matches(
                    "^dotnet publish functions/App --configuration Release --output \\S+ --nologo -p:RestoreLockedMode=true$",
                    publish
                ),
            upload =>
                Assert.Matches(
                    "^az storage blob upload --auth-mode login --account-name value-of-STORAGE_ACCOUNT --container-name app-package "
                        + "--name released-package.zip --file \\S+ --overwrite --metadata commit=abc ",
                    upload
                ),
            restart =>
                Assert.Equal(
                    "az functionapp restart --resource-group value-of-AZURE_RESOURCE_GROUP --name value-of-AZURE_FUNCTION_NAME",
                    restart
                ),
            show => Assert.StartsWith("az functionapp show", show, StringComparison.Ordinal),
            sync => Assert.Matches("^az rest --method post .*/syncfunctiontriggers\\?", sync)
        );
    }

    [Fact]
    public void Takes_in_what_begins_with_a_dot_as_the_host_s_extensions_do()
    {
        (_, var calls, _) = Deploy(uncommitted: "");

        Assert.Contains("packed .azurefunctions/extension.dll", calls);
        Assert.Contains("packed host.json", calls);
    }

    [Fact]
    public void Deploys_nothing_but_a_commit()
    {
        (var exit, var calls, var said) = Deploy(uncommitted: " M functions/App/Program.cs");

        Assert.Equal(1, exit);
        Assert.DoesNotContain(calls, call =>
            call.StartsWith("dotnet", StringComparison.Ordinal) || call.StartsWith("az", StringComparison.Ordinal)
        );
        Assert.Contains("Only a commit is deployed", said, StringComparison.Ordinal);
    }

    /// <summary>azd's own deployment has the app write its package, for which it has no rights.</summary>
    [Fact]
    public void Is_not_left_to_azd() => Assert.DoesNotContain("services:", Repository.Read("azure.yaml"), StringComparison.Ordinal);

    /// <summary>Even where CI isn't set, such as on a deploying developer's machine.</summary>
    [Fact]
    public void Every_restore_is_locked_wherever_it_is_done()
    {
        foreach (
            var project in (string[])
                [
                    "functions/App/MicroCred.App.csproj",
                    "functions/Portal/MicroCred.Portal.csproj",
                    "functions/Approval/MicroCred.Approval.csproj",
                ]
        )
        {
            (_, var said) = Run("dotnet", ["msbuild", Repository.PathOf(project), "-getProperty:RestoreLockedMode"], start =>
                start.Environment.Remove("CI")
            );
            Assert.Equal((project, "true"), (project, said.Trim()));
        }
    }

    /// <returns>The exit code, the fakes' calls with the packed files, and the output.</returns>
    private (int Exit, string[] Calls, string Said) Deploy(string uncommitted)
    {
        var calls = Path.Combine(_folder, "calls");
        File.WriteAllText(calls, "");
        Program("git", $"[ \"$1\" = status ] && echo '{uncommitted}' || echo abc");
        Program("azd", "echo \"value-of-$3\"");
        Program("dotnet", "out=\"$6\"; mkdir -p \"$out/.azurefunctions\"; touch \"$out/host.json\" \"$out/.azurefunctions/extension.dll\"");
        Program(
            "az",
            "for word in \"$@\"; do case \"$word\" in *.zip) "
                + "[ -f \"$word\" ] && unzip -Z1 \"$word\" | sed 's/^/packed /' >>\"$CALLS\";; esac; done; echo /the/app"
        );
        var script = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "infra")).FullName, "deploy.sh");
        File.WriteAllText(script, Repository.Read("infra/deploy.sh"));
        (var exit, var said) = Run("bash", [script], start =>
        {
            start.Environment["PATH"] = $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}";
            start.Environment["CALLS"] = calls;
        });
        return (exit, File.ReadAllLines(calls), said);

        void Program(string name, string does)
        {
            var path = Path.Combine(_folder, name);
            File.WriteAllText(path, $"#!/bin/sh\necho \"{name} $*\" >>\"$CALLS\"\n{does}\nexit 0\n");
            Run("chmod", ["+x", path], _ => { });
        }
    }

    private static (int Exit, string Said) Run(string program, string[] arguments, Action<ProcessStartInfo> with)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        with(start);
        using var process = Process.Start(start)!;
        var faults = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + faults.Result);
    }
}
