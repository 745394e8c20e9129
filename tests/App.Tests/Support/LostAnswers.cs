using Azure.Core;
using Azure.Core.Pipeline;

namespace MicroCred.App.Tests.Support;

/// <summary>Sends a request to storage and then breaks the connection, so that the client doesn't learn the result.</summary>
internal sealed class LostAnswers : HttpPipelineSynchronousPolicy
{
    private int _toLose;

    public int Count { get; private set; }

    public void LoseNext() => _toLose = 1;

    public override void OnReceivedResponse(HttpMessage message)
    {
        if (Interlocked.Exchange(ref _toLose, 0) == 1)
        {
            Count++;
            throw new IOException("The answer was lost.");
        }
    }
}
