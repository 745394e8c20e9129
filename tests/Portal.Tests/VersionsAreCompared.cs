using System.Reflection;
using MicroCred.Approval;
using MicroCred.Approval.Tests;

namespace MicroCred.Portal.Tests;

public sealed class VersionsAreCompared
{
    [Fact]
    public void Word_by_word() =>
        Assert.Equal(
            "Prepares [-young][+all] learners for work[+ at sea].",
            Marked(WordDifference.Between("Prepares young learners for work.", "Prepares all learners for work at sea."))
        );

    [Theory]
    [InlineData("", "New.", "[+New.]")]
    [InlineData("Old.", "", "[-Old.]")]
    [InlineData("Ngā ākonga", "Ngā kaiako", "Ngā [-ākonga][+kaiako]")]
    public void What_was_added_and_removed_is_told(string before, string after, string marked) =>
        Assert.Equal(marked, Marked(WordDifference.Between(before, after)));

    [Fact]
    public void Very_long_texts_are_shown_whole()
    {
        var before = string.Join(' ', Enumerable.Range(0, 20_000));
        var after = string.Join(' ', Enumerable.Range(0, 20_000).Reverse());
        Assert.Equal(2, WordDifference.Between(before, after).Count);
    }

    [Fact]
    public void Documents_are_named()
    {
        var application = AnApplication.WithoutFault.Draft();
        var changes = ChangedAnswer.Between(
            VersionContent.Of(application),
            VersionContent.Of(application.WithDocument(DocumentKind.SupportLetter))
        );
        var (section, answers) = Assert.Single(changes);
        Assert.Equal("documents", section.Slug);
        Assert.Equal("[+SupportLetter.pdf]", Marked(Assert.Single(answers).Words));
    }

    [Fact]
    public void Every_field_of_an_application_may_be_asked_for_once()
    {
        var pointers = AskedFields.BySection.SelectMany(section => section.Fields.Select(field => field.Pointer)).ToList();
        Assert.Equal(pointers.Distinct(), pointers);
        Assert.All(pointers, pointer => Assert.True(ContentFields.MayBePermitted(pointer), pointer));
        Assert.All(
            Fields(typeof(ApplicationContent), "")
                .Except(["/type", "/registerNumber", "/microCredential", "/need"])
                .Concat(Fields(typeof(MicroCredentialContent), "/microCredential"))
                .Concat(Fields(typeof(NeedContent), "/need")),
            field => Assert.Contains(field, pointers)
        );
    }

    [Fact]
    public void Fields_are_told_in_words()
    {
        Assert.Equal("Title, Outcomes", AskedFields.Words(["/microCredential/outcomes", "/microCredential/title"]));
        Assert.Equal("Need, Stakeholders", AskedFields.Words(["/need"]));
        Assert.Equal("Outcomes (microCredential.outcomes[1])", AskedFields.Words(["/microCredential/outcomes/1"]));
        Assert.Equal(["about", "need"], AskedFields.SectionsOf(["/microCredential/title", "/need"]).Select(section => section.Slug));
    }

    private static IEnumerable<string> Fields(Type type, string within) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => $"{within}/{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]}");

    private static string Marked(IEnumerable<WordDifference> pieces) =>
        string.Concat(
            pieces.Select(piece =>
                piece.IsAdded ? $"[+{piece.Text}]"
                : piece.IsRemoved ? $"[-{piece.Text}]"
                : piece.Text
            )
        );
}
