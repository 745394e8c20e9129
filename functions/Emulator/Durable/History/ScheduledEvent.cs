using System.Text.Json.Serialization;

namespace MicroCred.Emulator.Durable.History;

/// <summary>Something that an orchestration asked for, under the number that its end will carry.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(ActivityScheduled), "activity")]
[JsonDerivedType(typeof(TimerCreated), "timer")]
[JsonDerivedType(typeof(ChildScheduled), "child")]
internal abstract record ScheduledEvent(int Id);
