using MicroCred.App.Evaluation;
using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.Approval;
using MicroCred.Portal;

namespace MicroCred.App.Publication;

/// <summary>To the provider: what it applied for is on the register.</summary>
/// <param name="Envelope">To whom.</param>
/// <param name="Number">The entry's number.</param>
/// <param name="Code">Its reporting code, where it has one.</param>
/// <param name="Reasons">Why it was approved.</param>
/// <param name="Conditions">The conditions of the approval.</param>
/// <param name="Funding">The outcome of TEC's funding assessment, where funding was requested.</param>
[Concerns("A micro-credential is on the register", Role.Provider)]
internal sealed record PublishedNotice(
    Envelope Envelope,
    int Number,
    ReportingCode? Code,
    string Reasons,
    IReadOnlyList<Condition> Conditions,
    FundingOutcome? Funding
) : Notice(Envelope)
{
    /// <summary>What was applied for.</summary>
    public ApplicationType Type { get; init; } = ApplicationType.ListingApprovalAccreditation;

    public override LetterKind? Keeps => LetterKind.Published;

    public override Letter Write() =>
        new(
            Type switch
            {
                ApplicationType.Change => "Your change is on the register",
                ApplicationType.Accreditation => "You may deliver a micro-credential",
                _ => "Your micro-credential is on the register",
            },
            [.. Parts()]
        );

    private IEnumerable<LetterPart> Parts()
    {
        yield return Type switch
        {
            ApplicationType.Change => $"It was approved and is the version of number {Number} from now on.",
            ApplicationType.Accreditation => $"You were accredited to deliver number {Number}, which says so from now on.",
            _ => $"It was approved and is listed under number {Number}.",
        };
        yield return new LetterPart.Link(Type == ApplicationType.Accreditation ? "The entry" : "Your entry", Links.Entry(Number));
        if (Code is { } code)
        {
            yield return $"Its reporting code is {code}.";
        }

        foreach (var part in ApprovedNotice.Approval(Reasons, Conditions))
        {
            yield return part;
        }

        if (Funding is { } funding)
        {
            yield return funding == FundingOutcome.Referred
                ? "TEC funding is being decided by a funding adviser. You get a letter of its own about that."
                : $"TEC funding: {funding.ToString().ToLowerInvariant()}.";
        }
    }
}
