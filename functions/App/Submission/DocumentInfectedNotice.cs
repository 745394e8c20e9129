using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.Approval;

namespace MicroCred.App.Submission;

/// <summary>To the provider: malware was found in documents of its application.</summary>
/// <param name="Envelope">To whom.</param>
/// <param name="Documents">The documents' file names.</param>
/// <param name="Status">The application's status now.</param>
/// <param name="LapsesAt">When it lapses, if it was returned.</param>
[Concerns("Malware was found in a document", Role.Provider)]
internal sealed record DocumentInfectedNotice(
    Envelope Envelope,
    IReadOnlyList<string> Documents,
    ApplicationStatus Status,
    DateTimeOffset? LapsesAt
) : Notice(Envelope)
{
    public override LetterKind? Keeps => Status == ApplicationStatus.Returned ? LetterKind.Returned : null;

    public override Letter Write() =>
        new(
            "Malware was found in a document of yours",
            string.Join(
                "\n\n",
                [
                    $"A scan found malware in {string.Join(", ", Documents)}. Nobody can open it here any more. "
                        + "Please check the machine that it came from.",
                    Status switch
                    {
                        ApplicationStatus.Draft => "Replace it with a clean copy before you submit your application.",
                        ApplicationStatus.Returned =>
                            "Your application is with you: replace the document with a clean copy, and submit it again "
                                + $"by {LapsesAt.AsDay()}. After that day it lapses.",
                        _ => "Your application stays where it is. NZQA's registrar was told.",
                    },
                ]
            )
        );
}
