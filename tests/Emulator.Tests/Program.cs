using MicroCred.Emulator.Tests.Processes;
using Microsoft.Extensions.Hosting;

// As a program of its own, this assembly is an app for the tests of a whole process.
await ProcessApp.Build(args).RunAsync();
