using System.Globalization;
using System.Text.Json;
using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Serialization;
using MicroCred.Approval;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Submission.Packages;

/// <summary>Submits the applications of a package, each by itself.</summary>
internal sealed class PackageSubmission(CommandRunner runner)
{
    /// <summary>
    /// Submits each application that can be, and says of the others why not. A repeat under the same key submits none twice, and goes on
    /// with those that were left where the first one broke off.
    /// </summary>
    /// <param name="package">The package.</param>
    /// <param name="caller">Whose it is.</param>
    /// <param name="key">The package's idempotency key; null for none.</param>
    /// <param name="client">Starts the orchestrations.</param>
    /// <param name="cancellationToken">Cancels what isn't written yet.</param>
    /// <exception cref="ProblemException">409 where another package was sent under the key.</exception>
    public async Task<IReadOnlyList<PackageItem>> SubmitAsync(
        ReceivedPackage package,
        Caller caller,
        string? key,
        DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        List<PackageItem> items = [];
        foreach (var (number, files) in package.Applications.Index())
        {
            Idempotency? idempotency = key is null
                ? null
                : new(string.Create(CultureInfo.InvariantCulture, $"{key}\n{number}"), begun =>
                    JsonSerializer.SerializeToElement(PackageItem.Of(files.Folder, begun), AppJson.Stored)
                );
            items.Add(await SubmitAsync(package, files, caller, idempotency, client, cancellationToken));
        }

        return items;
    }

    private async Task<PackageItem> SubmitAsync(
        ReceivedPackage package,
        PackageFiles files,
        Caller caller,
        Idempotency? idempotency,
        DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var application = package.Open(files);
            var content = RequestBody.Parse<ApplicationContent>(application.Application);
            SubmitPackage command = new(content, await application.TakeAllAsync(cancellationToken));
            return await runner.BeginAsync(command, caller, new() { Idempotency = idempotency }, client, cancellationToken) switch
            {
                CommandResult.Done(var begun) => PackageItem.Of(files.Folder, begun),
                CommandResult.Repeated(var kept) => kept.Deserialize<PackageItem>(AppJson.Stored)!,
                CommandResult.Refused(var refusal) => Refused(Problem.Of(refusal)),
                CommandResult.OverQuota(var exceeded) => Refused(Problem.Of(exceeded)),
                CommandResult.Busy => Refused(Problem.Busy),
                CommandResult.Deleted => Refused(Problem.Deleted),
                CommandResult.KeyUsed => throw new ProblemException(Problem.KeyUsed),
                CommandResult.NotAllowed => throw new ProblemException(Problem.WrongRole),
                var result => throw new InvalidOperationException($"Nothing is known of {result}."),
            };
        }
        catch (RefusedException refused)
        {
            return Refused(Problem.Of(refused.Refusal));
        }
        catch (ProblemException faulty) when (faulty.Problem is { Slug: "invalid-request" })
        {
            return Refused(faulty.Problem);
        }

        PackageItem Refused(Problem problem) => PackageItem.Of(files.Folder, problem);
    }
}
