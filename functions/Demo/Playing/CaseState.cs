using System.Diagnostics;
using MicroCred.Demo.Cases;

namespace MicroCred.Demo.Playing;

/// <summary>A case's current state for the screen; written by its player, read by the screen.</summary>
internal sealed class CaseState(SampleCase sample)
{
    private readonly Stopwatch _clock = new();
    private volatile string _stage = "waiting";
    private volatile CaseOutcome? _outcome;

    public SampleCase Sample => sample;

    public string Stage => _stage;

    public CaseOutcome? Outcome => _outcome;

    public TimeSpan Elapsed => _clock.Elapsed;

    public void Begin() => _clock.Start();

    public void Enter(string stage) => _stage = stage;

    public void End(CaseOutcome outcome)
    {
        _clock.Stop();
        _stage = outcome.AsExpected ? outcome.Result.Split(',')[0] : "failed";
        _outcome = outcome;
    }
}
