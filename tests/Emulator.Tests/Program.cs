using MicroCred.Emulator.Tests.Durable.Kill;
using MicroCred.Emulator.Tests.Processes;
using Microsoft.Extensions.Hosting;

// As a program of its own, this assembly is an app for the tests of a whole process, or a bare engine to be killed.
if (args is [MortalEngine.Command, .. var engineArgs])
    await MortalEngine.RunAsync(engineArgs);
else
    await ProcessApp.Build(args).RunAsync();
