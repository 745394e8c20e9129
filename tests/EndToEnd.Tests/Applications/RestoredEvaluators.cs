using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Applications;

/// <summary>Puts all evaluators back as the directory has them, when a test that changes them, or in which they declare an interest, ends.</summary>
internal sealed class RestoredEvaluators(RunningInstance instance) : IAsyncDisposable
{
    public static IReadOnlyList<string> All { get; } = ["evaluator-1", "evaluator-2", "evaluator-3", "evaluator-4"];

    public async ValueTask DisposeAsync()
    {
        foreach (var id in All)
        {
            JsonArray interests = id == "evaluator-2" ? ["9003"] : [];
            (
                await instance
                    .As("registrar")
                    .PutAsync(
                        $"api/evaluators/{id}",
                        new JsonObject
                        {
                            ["fields"] = new JsonArray(),
                            ["levels"] = new JsonObject { ["from"] = 1, ["to"] = 10 },
                            ["interests"] = interests,
                            ["capacity"] = null,
                            ["absences"] = new JsonArray(),
                        }
                    )
            ).Is(HttpStatusCode.OK);
        }
    }
}
