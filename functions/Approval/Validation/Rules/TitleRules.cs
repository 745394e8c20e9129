using System.Text.RegularExpressions;

namespace MicroCred.Approval;

/// <summary>
/// The title: no words that suggest a qualification, and no name of a person, an organisation or a product. [Listing Rules 2022 r 6.2]
/// </summary>
internal static partial class TitleRules
{
    public static readonly ValidationRule NoQualification = new(
        "TITLE01",
        Severity.Warning,
        "The title holds no word that makes it look like a qualification.",
        "Choose a title without that word, unless it can't mislead.",
        submission =>
            from match in QualificationWord().Matches(Title(submission))
            select new Found("microCredential.title", $"“{match.Value}” may be taken for a qualification.")
    );

    public static readonly ValidationRule NoName = new(
        "TITLE02",
        Severity.Warning,
        "The title names no person, organisation or product.",
        "Choose a title without that name.",
        submission => Names(submission).Distinct().Select(name => new Found("microCredential.title", $"“{name}” looks like a name."))
    );

    /// <summary>Signs of a name in the title, and the names that the application states elsewhere.</summary>
    private static IEnumerable<string> Names(SubmittedApplication submission)
    {
        var title = PlainText.Padded(Title(submission));
        var known = submission
            .Need.GivenStakeholders.Select(stakeholder => stakeholder.Name)
            .Concat(submission.Application.Content.GivenPartners.Select(partner => partner.Name))
            .Append(submission.Application.Provider.Name)
            .Append(submission.Application.Content.Urgency?.RequestedBy);
        var named =
            from name in known.OfType<string>()
            where PlainText.Words(name).Count > 0 && title.Contains(PlainText.Padded(name), StringComparison.Ordinal)
            select name;
        return MarkOfAName().Matches(Title(submission)).Select(match => match.Value).Concat(named);
    }

    private static string Title(SubmittedApplication submission) => submission.MicroCredential.Title ?? "";

    [GeneratedRegex(
        @"\b(New\s+Zealand|national|diploma|degree|bachelor|master|doctor|(under|post)[-\s]?graduate)(['’]?s)?\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex QualificationWord();

    /// <summary>Trademark signs, company suffixes, and personal titles before a name.</summary>
    [GeneratedRegex(@"[®™]|\b(Ltd|Inc|LLC|Pty)\b|\b(Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Dame)\.?\s+\p{Lu}\p{L}+")]
    private static partial Regex MarkOfAName();
}
