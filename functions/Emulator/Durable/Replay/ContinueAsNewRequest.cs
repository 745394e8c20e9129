using MicroCred.Emulator.Durable.History;

namespace MicroCred.Emulator.Durable.Replay;

/// <summary>How an orchestration wants to begin again.</summary>
/// <param name="Input">Its next input.</param>
/// <param name="Carried">Events for the next run; those that still come in this one are added.</param>
internal sealed record ContinueAsNewRequest(BinaryData? Input, List<EventRaised> Carried);
