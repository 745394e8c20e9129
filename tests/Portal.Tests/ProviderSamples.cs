using MicroCred.Approval;
using MicroCred.Approval.Tests;

namespace MicroCred.Portal.Tests;

/// <summary>A provider's pages, in every state that changes their make-up.</summary>
internal static class ProviderSamples
{
    private static readonly Frame Provider = new(
        new Viewer("Aroha", "MITO", [(Links.Applications, "Applications")]),
        Links.Applications,
        "token",
        Done: "Saved."
    );

    private static readonly AnApplication Sound = AnApplication.WithEveryFact.Urgent().AskingForFunding();

    private static readonly Finding Wrong = new(
        "VAL01",
        Severity.Error,
        "microCredential.credits",
        "It has too many credits.",
        "Lower them."
    );

    private static readonly ApplicationLine Line = new(
        AnApplication.Id,
        "Workshop foundations",
        ApplicationStatus.Returned,
        Moments.Monday,
        RegisterNumber: null,
        Moments.Later(60)
    );

    public static Dictionary<string, Func<Task<string>>> All { get; } =
        Section
            .All.Where(section => section is not DocumentsSection)
            .SelectMany(section =>
                new (string, Func<Task<string>>)[]
                {
                    ($"edit {section.Slug}", () => RenderAsync(Editing(section, Sound.Draft()))),
                    ($"edit {section.Slug}, refused and changed meanwhile", () => RenderAsync(Refused(Editing(section, Sound.Draft())))),
                }
            )
            .Concat([
                ("applications", () =>
                    RenderAsync(new ApplicationListModel([Line, Line with { Title = null, Due = null }], "u50", IsFirst: true))
                ),
                ("applications, none", () => RenderAsync(new ApplicationListModel([], Next: null, IsFirst: true))),
                ("new application", () => RenderAsync(NewApplicationModel.Empty)),
                ("copy", () => RenderAsync(NewApplicationModel.Copy(AnApplication.WithoutFault.Draft()))),
                ("change", () => RenderAsync(NewApplicationModel.Change(AnEntry.Of(AnApplication.WithoutFault)))),
                ("delivery", () => RenderAsync(NewApplicationModel.Deliver(AnEntry.Of(AnApplication.WithoutFault)))),
                ("review", () =>
                    RenderAsync(
                        new ReviewModel(
                            AnApplication.WithoutFault.Published(),
                            AnEntry.Of(AnApplication.WithoutFault),
                            Form.Empty with
                            {
                                Revision = 1,
                            }
                        )
                    )
                ),
                ("draft", () => RenderAsync(new DraftModel(Sound.Draft(), [Wrong]))),
                ("draft, returned", () => RenderAsync(new DraftModel(Sound.Returned(), [Wrong]))),
                ("check", () => RenderAsync(new CheckModel(Sound.Draft(), [Wrong], Samples.Similar, Funding: null))),
                ("check, nothing found", () => RenderAsync(new CheckModel(Sound.Draft(), [], [], Funding: null))),
                ("application, published and referred", () => RenderAsync(Shown(Referred()))),
                ("submit", () => RenderAsync(new SubmitModel(Sound.Draft(), [Wrong], Form.Empty with { Revision = 3 }))),
                ("documents", () => RenderAsync(new DocumentsModel(Sound.Draft(), Form.Empty, [], [Wrong]))),
                ("documents, refused", () =>
                    RenderAsync(
                        new DocumentsModel(
                            Sound.Draft(),
                            Form.Empty,
                            [new RefusedFile(DocumentKind.Curriculum, "plan.txt", "It is no document. Send a PDF.")],
                            []
                        )
                    )
                ),
                ("package", () => RenderAsync(new PackageModel(Form.Empty, []))),
                ("package, refused", () =>
                    RenderAsync(new PackageModel(Form.Empty.WithError("It is faulty."), [("need", "It is missing.", "Write it.")]))
                ),
                ("application", () => RenderAsync(Shown(Sound.InReview()))),
                ("application, a question", () => RenderAsync(Shown(Sound.WaitingForInformation()))),
                ("edit level, for an answer", () =>
                    RenderAsync(Editing(Section.Find("level")!, Sound.InReview().Asked(Moments.Monday, "/microCredential/credits")))
                ),
                ("changes", () => RenderAsync(Changed(Sound.Returned().Submitted()))),
                ("changes, none", () =>
                {
                    var only = Sound.Submitted();
                    return RenderAsync(new ChangesModel(only, only.Versions[0], only.Versions[0], []));
                }),
                ("extend", () =>
                    RenderAsync(Asking(choices: null) with { IsDay = true, More = [("/applications", "Look at them first")] })
                ),
                ("application, approved", () => RenderAsync(Shown(Sound.Approved()))),
                ("withdraw", () => RenderAsync(Asking(choices: null))),
                ("assign", () => RenderAsync(Asking([("evaluator-1", "Evaluator One")]))),
                ("account", () => RenderAsync(new AccountModel("a-1", ["Provider"], Barred: null, []))),
                ("account, barred", () => RenderAsync(new AccountModel("a-1", [], "You have no role here yet. Ask NZQA.", ["9001"]))),
                ("about", () => RenderAsync(new AboutModel("help@microcred.example"))),
                ("problem, with what was typed", () =>
                    RenderAsync(new ProblemModel("Sorry", "Try again in a minute.", [], Form.Of(("reason", "Because."))))
                ),
            ])
            .ToDictionary(page => page.Item1, page => page.Item2);

    private static Task<string> RenderAsync(PageModel page) => Samples.Pages.RenderAsync(page, Provider);

    private static SectionModel Editing(Section section, Application application) =>
        new(
            application,
            section,
            section.FormOf(application.Content) with
            {
                Revision = application.Revision,
            },
            RuleEditions.Default,
            [Wrong]
        );

    private static SectionModel Refused(SectionModel editing) =>
        editing with
        {
            Form = editing.Form.WithErrors([Wrong]) with { Kept = [.. editing.Section.Answers(editing.Application.Content)] },
        };

    private static ChangesModel Changed(Application again)
    {
        var before = VersionContent.Of(again);
        var after = VersionContent.Of(again with { Content = AnApplication.WithEveryFact.Content });
        return new(again, again.Versions[0], again.Versions[1], ChangedAnswer.Between(before, after));
    }

    /// <summary>On the register, while a funding adviser is to decide.</summary>
    private static Application Referred() =>
        AnApplication
            .WithoutFault.AskingForFunding()
            .Approved()
            .AssessFunding(new(FundingOutcome.Referred, Fund: null, 0.1m, []), "funding-adviser", new FundingSettings(), Moments.Monday)
            .Application()
            .Publish(new(1, ReportingCode.Parse("5056"), Moments.Monday), Moments.Monday)
            .Application();

    private static ApplicationModel Shown(Application application) =>
        new(
            application,
            application.WaitingForAsToldToProvider,
            [(Moments.Monday, "MITO", "DocumentAdded", "A document was added.")],
            MoreEvents: true,
            IsOwn: true
        );

    private static ReasonModel Asking(IReadOnlyList<(string, string)>? choices) =>
        new(Form.Of(("reason", "")), "Withdraw", "It ends at once.", "reason", "Reason", "Withdraw it", Links.Applications)
        {
            Choices = choices,
        };
}
