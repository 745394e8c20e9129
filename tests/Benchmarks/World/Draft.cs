using MicroCred.Approval.Tests;

namespace MicroCred.Benchmarks.World;

/// <summary>An application that its provider may submit, and the provider's local persona.</summary>
internal sealed record Draft(Application Application, string Persona)
{
    private static readonly (Provider Provider, string Persona)[] Applicants =
        [(Providers.Mito, "mito"), (Providers.MindLab, "mind-lab"), (Providers.Stratcom, "stratcom"), (Providers.Careerforce, "careerforce")];

    public ApplicationId Id => Application.Id;

    /// <summary>A draft with its three documents and all of its audit events, as one change.</summary>
    public static (Draft Draft, Change Change) Write(Wordsmith words, int number)
    {
        (Provider provider, string persona) = Applicants[number % Applicants.Length];
        Actor by = new(persona, provider.Name, ActorKind.Provider);
        AnApplication wanted = AnApplication.WithoutFault.By(provider).AskingForFunding()
            .With(content => content with { Title = words.Title(), Outcomes = [words.Outcome(), words.Outcome()] });
        DateTimeOffset now = DateTimeOffset.UtcNow;
        Change draft = wanted.Documents.Aggregate(
            Application.Draft(ApplicationId.New(Guid.CreateVersion7()), provider, wanted.Content, by, now),
            (change, kind) => change.Then(application => application.AddDocument(
                kind, $"{kind}.pdf", "application/pdf", 100_000, new('a', 64), DocumentStatus.Accepted, [], by, now)));
        return (new Draft(draft.Application, persona), draft);
    }
}
