namespace MicroCred.Approval.Tests.Register;

/// <summary>An entry that several applications say something of.</summary>
public sealed class ListedEntryTests
{
    private static readonly Application Listing = AnApplication.WithoutFault.Published();
    private static readonly ListedEntry Listed = new([EntryPart.Of(Listing)!]);

    [Fact]
    public void What_nobody_published_says_nothing() => Assert.Null(EntryPart.Of(AnApplication.WithoutFault.Approved()));

    [Fact]
    public void A_change_makes_the_next_version_and_leaves_number_code_identifier_and_developer()
    {
        var changed = Listed.With(PartOf(ApplicationType.Change, content => content with { Title = "Workshops", Credits = 25 })).Entry;

        Assert.Equal(("Workshops", 25, 2), (changed.Title, changed.Credits.Value, changed.Version));
        var listing = Listed.Entry;
        Assert.Equal(
            (listing.Number, listing.Code, listing.Ctid, listing.Developer, listing.Status),
            (changed.Number, changed.Code, changed.Ctid, changed.Developer, changed.Status)
        );
        Assert.Equal(listing.Deliverers, changed.Deliverers);
    }

    [Fact]
    public void An_accreditation_adds_who_delivers_and_changes_nothing_else()
    {
        var accredited = Listed.With(PartOf(ApplicationType.Accreditation, content => content with { Title = "Mine" }, Providers.Stratcom));

        Assert.Equal([Providers.Mito, Providers.Stratcom], accredited.Entry.Deliverers);
        Assert.Equal(WithoutLists(Listed.Entry), WithoutLists(accredited.Entry));
        Assert.Equal(Listed.Entry.Outcomes, accredited.Entry.Outcomes);

        static RegisterEntry WithoutLists(RegisterEntry entry) =>
            entry with
            {
                Deliverers = [],
                Conditions = [],
                DeliveryModes = [],
                Outcomes = [],
                Standards = [],
                Pathways = [],
                Languages = [],
                DeliverySites = [],
                Partners = [],
            };
    }

    [Fact]
    public void A_change_after_an_accreditation_leaves_who_delivers()
    {
        var changed = Listed
            .With(PartOf(ApplicationType.Accreditation, content => content, Providers.Stratcom))
            .With(PartOf(ApplicationType.Change, content => content with { Title = "Workshops" }));

        Assert.Equal([Providers.Mito, Providers.Stratcom], changed.Entry.Deliverers);
        Assert.Equal(("Workshops", 2), (changed.Entry.Title, changed.Entry.Version));
    }

    [Fact]
    public void A_registrar_changes_the_status_of_the_listing_whatever_its_version()
    {
        var changed = Listed.With(PartOf(ApplicationType.Change, content => content with { Title = "Workshops" }));
        var mistaken = Listing
            .ChangeEntryStatus(
                Listing.Registration!.Number,
                Listing.Registration.Code,
                RegisterStatus.ListedByMistake,
                "A test.",
                null,
                null,
                People.Registrar,
                Moments.Monday
            )
            .Application();

        var entry = changed.With(EntryPart.Of(mistaken)!).Entry;

        Assert.Equal(("Workshops", RegisterStatus.ListedByMistake, 2), (entry.Title, entry.Status, entry.Version));
    }

    [Theory]
    [InlineData(ApplicationType.Change, RegisterChangeKind.Changed)]
    [InlineData(ApplicationType.Accreditation, RegisterChangeKind.DelivererAdded)]
    [InlineData(ApplicationType.ListingApproval, RegisterChangeKind.Published)]
    public void The_first_word_of_an_application_is_named_by_what_it_applied_for(ApplicationType type, RegisterChangeKind kind) =>
        Assert.Equal(kind, ListedEntry.KindOf(earlier: null, PartOf(type, content => content)));

    [Fact]
    public void A_later_word_is_named_by_what_is_another()
    {
        var part = EntryPart.Of(Listing)!;
        Assert.Equal(
            RegisterChangeKind.StatusChanged,
            ListedEntry.KindOf(part, part with { Says = part.Says with { Status = RegisterStatus.Expiring } })
        );
        Assert.Equal(
            RegisterChangeKind.FundingDecided,
            ListedEntry.KindOf(part, part with { Says = part.Says with { Funding = new(FundingOutcome.Eligible, Fund.Dq3To7, 0.1m) } })
        );
        Assert.Equal(
            RegisterChangeKind.ConditionChanged,
            ListedEntry.KindOf(
                part,
                part with
                {
                    Says = part.Says with { Conditions = [new("Hire.", Moments.Monday, ConditionStatus.Met)] },
                }
            )
        );
        Assert.Equal(
            RegisterChangeKind.Reviewed,
            ListedEntry.KindOf(part, part with { Says = part.Says with { ReviewDue = part.Says.ReviewDue.AddYears(1) } })
        );
        Assert.Equal(RegisterChangeKind.Corrected, ListedEntry.KindOf(part, part with { Says = part.Says with { Title = "Other" } }));
    }

    private static EntryPart PartOf(
        ApplicationType type,
        Func<MicroCredentialContent, MicroCredentialContent> content,
        Provider? provider = null
    ) =>
        EntryPart.Of(
            AnApplication
                .WithoutFault.By(provider ?? Providers.Mito)
                .With(content)
                .WithAll(all => all with { Type = type, RegisterNumber = 1 })
                .Published() with
            {
                Id = ApplicationId.New(Guid.NewGuid()),
            }
        )!;
}
