using System.Net.Http.Json;
using MicroCred.Demo.Cases;
using MicroCred.Demo.Http;

namespace MicroCred.Demo.Playing;

/// <summary>The evaluator's steps: request information where the script says so, record findings, decide.</summary>
internal static class EvaluatorPart
{
    public static Task<InformationRequestView> AskAsync(
        Api evaluator,
        string task,
        ScriptedQuestion question,
        CancellationToken cancellationToken
    ) =>
        evaluator.PostAsync<InformationRequestView>(
            $"api/tasks/{task}/information-requests",
            JsonContent.Create(new { question.Question, question.Criteria }),
            cancellationToken
        );

    public static async Task DecideAsync(Api evaluator, string task, Script script, CancellationToken cancellationToken)
    {
        foreach (var (index, finding) in (script.Findings ?? []).Index())
        {
            await evaluator.DoAsync(
                HttpMethod.Put,
                $"api/tasks/{task}/findings/{index + 1}",
                JsonContent.Create(finding),
                cancellationToken
            );
        }

        await evaluator.DoAsync(
            HttpMethod.Post,
            $"api/tasks/{task}/decision",
            JsonContent.Create(script.Decision!.Body()),
            cancellationToken
        );
    }
}
