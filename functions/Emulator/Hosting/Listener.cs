namespace MicroCred.Emulator.Hosting;

/// <summary>Brings a function its triggers until told to stop, then ends when none is in work; is told to abandon those when patience ends.</summary>
internal delegate Task Listener(CancellationToken stop, CancellationToken abandon);
