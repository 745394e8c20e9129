namespace MicroCred.Approval.Tests;

public sealed class AuditChainTests
{
    private static readonly IReadOnlyList<Change> Changes = Made();
    private static readonly IReadOnlyList<AuditEvent> Events = Chains.Of(Changes);
    private static readonly List<AuditEvent> Former = WithoutStates();

    [Fact]
    public void A_chain_as_written_is_whole() => Assert.Null(AuditChain.Verify(Events));

    [Fact]
    public void A_chain_without_events_is_whole() => Assert.Null(AuditChain.Verify([]));

    [Fact]
    public void The_first_event_follows_the_origin() => Assert.Equal(AuditChain.Origin, Events[0].PreviousHash);

    [Fact]
    public void The_hash_is_what_anyone_can_compute_from_the_documented_form()
    {
        var state = AuditChain.HashOf("""{"title":"Te reo Māori"}""");
        var happened = new UnsealedEvent(1, Moments.Monday, People.Provider, new Withdrawn("Te reo Māori."));
        var written = AuditChain.Seal([happened], AuditChain.Origin, before: null, state).Single();
        var form =
            $"1:2,1:1,28:2026-03-01T21:00:00.0000000Z,4:mito,4:MITO,8:Provider,"
            + $"9:Withdrawn,14:Te reo Māori.,64:{AuditChain.Origin},0:,64:{state},";
        Assert.Equal(HashOf(form), written.Hash);
    }

    [Fact]
    public void An_event_written_before_events_had_states_still_verifies_by_the_form_of_then()
    {
        var form = $"1:1,28:2026-03-01T21:00:00.0000000Z,4:mito,4:MITO,8:Provider,7:Drafted,14:Te reo Māori.,64:{AuditChain.Origin},";
        var written = new AuditEvent(1, Moments.Monday, People.Provider, "Drafted", "Te reo Māori.", AuditChain.Origin, HashOf(form));
        Assert.Equal(AuditEvent.WithoutState, written.Form);
        Assert.Null(AuditChain.Verify([written]));
    }

    public static TheoryData<string> Fields => ["at", "actor", "name", "kind", "event", "detail", "hash", "before", "after", "form"];

    [Theory]
    [MemberData(nameof(Fields))]
    public void An_event_changed_in_any_field_is_named(string field)
    {
        var original = Events[2];
        var changed = field switch
        {
            "at" => original with { At = original.At.AddTicks(1) },
            "actor" => original with { Actor = original.Actor with { Id = "somebody" } },
            "name" => original with { Actor = original.Actor with { Name = "Somebody" } },
            "kind" => original with { Actor = original.Actor with { Kind = ActorKind.Registrar } },
            "event" => original with { Event = "Approved" },
            "detail" => original with { Detail = original.Detail + "!" },
            "before" => original with { StateBefore = AuditChain.Origin },
            "after" => original with { StateAfter = AuditChain.Origin },
            "form" => original with { Form = 3 },
            _ => original with { Hash = original.Hash.Replace(original.Hash[0], original.Hash[0] == 'a' ? 'b' : 'a') },
        };
        Assert.Equal(3, AuditChain.Verify([.. Events.Take(2), changed, .. Events.Skip(3)])?.Number);
    }

    [Fact]
    public void An_event_that_is_lost_is_named() => Assert.Equal(2, AuditChain.Verify(Events.Where(e => e.Number != 2))?.Number);

    [Fact]
    public void Events_that_changed_places_are_named() => Assert.Equal(2, AuditChain.Verify([Events[0], Events[2], Events[1]])?.Number);

    [Fact]
    public void An_event_forged_in_whole_breaks_the_one_after_it()
    {
        var forged = AuditChain.Seal(
            [Changes[1].Events[0] with { What = new Withdrawn("Nothing to see here.") }],
            Events[0].Hash,
            Events[1].StateBefore,
            Events[1].StateAfter!
        );
        var broken = AuditChain.Verify([Events[0], .. forged, .. Events.Skip(2)]);
        Assert.Equal(3, broken?.Number);
        Assert.Contains("doesn't follow", broken!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Events_that_are_cut_off_or_put_in_place_of_the_last_show_in_what_is_kept_beside()
    {
        var end = new ChainEnd(2, Events[1].Hash, Events[1].StateAfter!);
        var other = AuditChain.Seal(
            [Changes[1].Events[0] with { What = new Withdrawn("Another.") }],
            Events[0].Hash,
            Events[1].StateBefore,
            Events[1].StateAfter!
        );
        Assert.Null(AuditChain.Verify(end, [.. Events.Take(2)]));
        Assert.Equal(2, AuditChain.Verify(end, [Events[0]])?.Number);
        Assert.Equal(2, AuditChain.Verify(end with { Events = 1 }, [.. Events.Take(2)])?.Number);
        Assert.Equal(2, AuditChain.Verify(end, [Events[0], .. other])?.Number);
        Assert.Equal(1, AuditChain.Verify(end, [])?.Number);
    }

    [Fact]
    public void An_application_changed_without_an_event_shows()
    {
        var end = new ChainEnd(
            Events.Count,
            Events[^1].Hash,
            Chains.HashOf(Changes[^1].Application with { WithdrawalReason = "Another." })
        );
        Assert.Equal($"The application isn't as event {Events.Count} left it.", AuditChain.Verify(end, Events)?.Reason);
    }

    /// <summary>Somebody alters the state, and the next person's command builds on it.</summary>
    [Fact]
    public void That_it_was_changed_between_two_events_shows_for_good()
    {
        var altered = Chains.HashOf(Changes[1].Application with { Submissions = 7 });
        var third = AuditChain.Seal(Changes[2].Events, Events[1].Hash, altered, Events[2].StateAfter!);
        var fourth = AuditChain.Seal(Changes[3].Events, third[^1].Hash, Events[2].StateAfter, Events[3].StateAfter!);
        Assert.Equal(
            (3, "The application was changed between event 2 and event 3."),
            AuditChain.Verify([.. Events.Take(2), .. third, .. fourth]) is { } broken ? (broken.Number, broken.Reason) : default
        );
    }

    [Fact]
    public void A_chain_of_the_former_form_goes_on_in_today_s_and_never_back()
    {
        var goesOn = AuditChain.Seal(
            Changes[2].Events,
            Former[1].Hash,
            Chains.HashOf(Changes[1].Application),
            Chains.HashOf(Changes[2].Application)
        );
        Assert.Null(AuditChain.Verify(Former));
        Assert.Null(AuditChain.Verify([.. Former.Take(2), .. goesOn]));
        var back = Sealed(Changes[3].Events[0], goesOn[^1].Hash);
        Assert.Equal(
            (4, "Event 4 is of an older form than the one before it."),
            AuditChain.Verify([.. Former.Take(2), .. goesOn, back]) is { } broken ? (broken.Number, broken.Reason) : default
        );
    }

    [Theory]
    [InlineData(AuditEvent.WithState, null, null)]
    [InlineData(AuditEvent.WithoutState, null, "a")]
    [InlineData(AuditEvent.WithoutState, "a", null)]
    public void An_event_has_the_states_that_its_form_has_and_no_others(int form, string? before, string? after)
    {
        var wrong = Former[0] with { Form = form, StateBefore = before, StateAfter = after };
        Assert.Equal(1, AuditChain.Verify([wrong])?.Number);
    }

    [Fact]
    public void Several_events_of_one_change_lead_to_what_the_whole_change_led_to()
    {
        var both = AuditChain.Seal([.. Changes[0].Events, .. Changes[1].Events], AuditChain.Origin, before: null, AuditChain.HashOf("{}"));
        Assert.Null(AuditChain.Verify(new ChainEnd(2, both[1].Hash, AuditChain.HashOf("{}")), both));
    }

    private static string HashOf(string form) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(form)));

    private static AuditEvent Sealed(UnsealedEvent happened, string previous)
    {
        var e = new AuditEvent(happened.Number, happened.At, happened.Actor, happened.What.Name, happened.What.Detail, previous, "");
        return e with { Hash = AuditHash.Of(e) };
    }

    private static List<AuditEvent> WithoutStates() =>
        Changes
            .SelectMany(change => change.Events)
            .Aggregate(new List<AuditEvent>(), (chain, next) =>
                [.. chain, Sealed(next, chain is [.., var last] ? last.Hash : AuditChain.Origin)]
            );

    private static IReadOnlyList<Change> Made()
    {
        var content = AnApplication.WithoutFault.Content;
        var draft = Application.Draft(AnApplication.Id, Providers.Mito, content, People.Provider, Moments.Monday);
        var submitted = draft.Application.Submit(Checks.Edition2018, People.Provider, Moments.Later(1)).Change();
        var validated = submitted.Application.RecordValidation([], new(), Moments.Later(1)).Change();
        var withdrawn = validated.Application.Withdraw("No staff.", People.Provider, Moments.Later(2)).Change();
        return [draft, submitted, validated, withdrawn];
    }
}
