using System.Reflection;
using MicroCred.EndToEnd.Tests.Running;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("MicroCred.EndToEnd.Tests.TestRun", "MicroCred.EndToEnd.Tests")]

namespace MicroCred.EndToEnd.Tests;

/// <summary>
/// A run in which classes go side by side and share one app, which ends with the run: xunit's own fixtures belong to a class or to a
/// collection, whose tests go one after the other.
/// </summary>
public sealed class TestRun(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assembly, ISourceInformationProvider sources, IMessageSink diagnostics)
        : XunitTestFrameworkExecutor(assembly, sources, diagnostics)
    {
        protected override async void RunTestCases(
            IEnumerable<IXunitTestCase> testCases,
            IMessageSink executionMessageSink,
            ITestFrameworkExecutionOptions executionOptions
        )
        {
            using var runner = new Runner(TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions);
            await runner.RunAsync();
        }
    }

    private sealed class Runner(
        ITestAssembly assembly,
        IEnumerable<IXunitTestCase> cases,
        IMessageSink diagnostics,
        IMessageSink execution,
        ITestFrameworkExecutionOptions options
    ) : XunitTestAssemblyRunner(assembly, cases, diagnostics, execution, options)
    {
        protected override async Task BeforeTestAssemblyFinishedAsync()
        {
            await Aggregator.RunAsync(async () => await SharedServer.EndAsync());
            await base.BeforeTestAssemblyFinishedAsync();
        }
    }
}
