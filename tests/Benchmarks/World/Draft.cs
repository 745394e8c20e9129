using System.Security.Cryptography;
using MicroCred.Approval.Tests;

namespace MicroCred.Benchmarks.World;

/// <summary>A draft that is ready to submit, and its provider's local persona.</summary>
internal sealed record Draft(Application Application, string Persona)
{
    private static readonly (Provider Provider, string Persona)[] Applicants =
    [
        (Providers.Mito, "mito"),
        (Providers.MindLab, "mind-lab"),
        (Providers.Stratcom, "stratcom"),
        (Providers.Careerforce, "careerforce"),
    ];

    /// <summary>A document's bytes: only their number matters here.</summary>
    public static BinaryData Bytes { get; } = BinaryData.FromBytes(new byte[100_000]);

    private static readonly string Sha256 = Convert.ToHexStringLower(SHA256.HashData(Bytes));

    public ApplicationId Id => Application.Id;

    /// <summary>A draft with its three documents and all its audit events, as one change.</summary>
    public static (Draft Draft, Change Change) Write(Wordsmith words, int number)
    {
        (var provider, var persona) = Applicants[number % Applicants.Length];
        Actor by = new(persona, provider.Name, ActorKind.Provider);
        var wanted = AnApplication
            .WithoutFault.By(provider)
            .AskingForFunding()
            .With(content => content with { Title = words.Title(), Outcomes = [words.Outcome(), words.Outcome()] });
        var now = DateTimeOffset.UtcNow;
        var draft = wanted.Documents.Aggregate(
            Application.Draft(ApplicationId.New(Guid.CreateVersion7()), provider, wanted.Content, by, now),
            (change, kind) =>
                change.Then(application =>
                    application.AddDocument(
                        kind,
                        $"{kind}.pdf",
                        "application/pdf",
                        Bytes.Length,
                        Sha256,
                        DocumentStatus.Accepted,
                        [],
                        by,
                        now
                    )
                )
        );
        return (new Draft(draft.Application, persona), draft);
    }
}
