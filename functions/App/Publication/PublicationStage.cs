using MicroCred.App.Pipeline;
using MicroCred.Approval;

namespace MicroCred.App.Publication;

/// <summary>Publication: allocates a number and a reporting code, writes the entry and its files, and sends the letter.</summary>
internal static class PublicationStage
{
    public static async Task<Position> PublishAsync(this Orchestration orchestration, Position position)
    {
        while (position.Stage is Stage.Publication)
        {
            position = await orchestration.RunAsync(nameof(MicroCred.App.Publication.Publish), position);
        }

        return position;
    }
}
