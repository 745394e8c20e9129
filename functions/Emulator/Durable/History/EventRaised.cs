namespace MicroCred.Emulator.Durable.History;

/// <summary>Somebody told the orchestration something.</summary>
internal sealed record EventRaised(string Name, BinaryData? Payload) : ArrivedEvent;
