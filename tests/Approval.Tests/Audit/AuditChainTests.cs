namespace MicroCred.Approval.Tests;

public sealed class AuditChainTests
{
    private static readonly IReadOnlyList<AuditEvent> Events = Written();

    [Fact]
    public void A_chain_as_written_is_whole() => Assert.Null(AuditChain.Verify(Events));

    [Fact]
    public void A_chain_without_events_is_whole() => Assert.Null(AuditChain.Verify([]));

    [Fact]
    public void The_first_event_follows_the_origin() => Assert.Equal(AuditChain.Origin, Events[0].PreviousHash);

    [Fact]
    public void The_hash_is_what_anyone_can_compute_from_the_documented_form()
    {
        var written = AuditChain.Next(0, AuditChain.Origin, Moments.Monday, People.Provider, "Drafted", "Te reo Māori.");
        var form = $"1:1,28:2026-03-01T21:00:00.0000000Z,4:mito,4:MITO,8:Provider,7:Drafted,14:Te reo Māori.,64:{AuditChain.Origin},";
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(form));
        Assert.Equal(Convert.ToHexStringLower(hash), written.Hash);
    }

    public static TheoryData<string> Changes => ["at", "actor", "name", "kind", "event", "detail", "hash"];

    [Theory]
    [MemberData(nameof(Changes))]
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
            _ => original with { Hash = original.Hash.Replace(original.Hash[0], original.Hash[0] == 'a' ? 'b' : 'a') },
        };
        Assert.Equal(3, AuditChain.Verify([.. Events.Take(2), changed, .. Events.Skip(3)])?.Number);
    }

    [Fact]
    public void An_event_that_is_lost_is_named() => Assert.Equal(2, AuditChain.Verify(Events.Where(e => e.Number != 2))?.Number);

    [Fact]
    public void Events_that_changed_places_are_named() =>
        Assert.Equal(2, AuditChain.Verify([Events[0], Events[2], Events[1]])?.Number);

    [Fact]
    public void An_event_forged_in_whole_breaks_the_one_after_it()
    {
        var forged = AuditChain.Next(1, Events[0].Hash, Events[1].At, Events[1].Actor, Events[1].Event, "Nothing to see here.");
        var broken = AuditChain.Verify([Events[0], forged, .. Events.Skip(2)]);
        Assert.Equal(3, broken?.Number);
        Assert.Contains("doesn't follow", broken!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Events_that_are_cut_off_or_put_in_place_of_the_last_show_in_the_application()
    {
        var begun = Application.Draft(AnApplication.Id, Providers.Mito, AnApplication.WithoutFault.Content, People.Provider, Moments.Monday);
        var handedIn = begun.Application.Submit(Checks.Edition2018, People.Provider, Moments.Monday).Change();
        AuditEvent[] whole = [.. begun.Events, .. handedIn.Events];
        var other = AuditChain.Next(1, begun.Application.LastHash, Moments.Monday, People.Provider, "Submitted", "Another.");
        Assert.Null(AuditChain.Verify(handedIn.Application, whole));
        Assert.Equal(2, AuditChain.Verify(handedIn.Application, [whole[0]])?.Number);
        Assert.Equal(2, AuditChain.Verify(begun.Application, whole)?.Number);
        Assert.Equal(2, AuditChain.Verify(handedIn.Application, [whole[0], other])?.Number);
        Assert.Equal(1, AuditChain.Verify(handedIn.Application, [])?.Number);
    }

    private static IReadOnlyList<AuditEvent> Written()
    {
        var content = AnApplication.WithoutFault.Content;
        var draft = Application.Draft(AnApplication.Id, Providers.Mito, content, People.Provider, Moments.Monday);
        var submitted = draft.Application.Submit(Checks.Edition2018, People.Provider, Moments.Later(1)).Change();
        var validated = submitted.Application.RecordValidation([], new(), Moments.Later(1)).Change();
        var withdrawn = validated.Application.Withdraw("No staff.", People.Provider, Moments.Later(2)).Change();
        return [.. draft.Events, .. submitted.Events, .. validated.Events, .. withdrawn.Events];
    }
}
