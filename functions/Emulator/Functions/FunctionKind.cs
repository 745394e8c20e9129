namespace MicroCred.Emulator.Functions;

/// <summary>What makes a function run.</summary>
internal enum FunctionKind
{
    Http,
    Queue,
    Timer,
    Orchestrator,
    Activity,
}
