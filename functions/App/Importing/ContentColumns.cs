using MicroCred.Approval;

namespace MicroCred.App.Importing;

/// <summary>What the micro-credential is.</summary>
internal static class ContentColumns
{
    public static readonly RegisterColumn TitleColumn = new(
        "title",
        $"Text on one line, of {(int)TextLimit.Title} characters at most.",
        entry => entry.Title,
        (row, cell) => row.Entry with { Title = row.TextOf(cell, TextLimit.Title) }
    )
    {
        IsRequired = true,
    };

    public static readonly RegisterColumn LevelColumn = new(
        "level",
        $"A whole number from {Level.Minimum} to {Level.Maximum}.",
        entry => CellText.Whole(entry.Level.Value),
        (row, cell) => row.Entry with { Level = Level.Create(row.Whole(cell, Level.Minimum, Level.Maximum)) }
    )
    {
        IsRequired = true,
    };

    public static readonly RegisterColumn CreditsColumn = new(
        "credits",
        $"A whole number from {Credits.Minimum} to {Credits.Maximum}.",
        entry => CellText.Whole(entry.Credits.Value),
        (row, cell) => row.Entry with { Credits = Credits.Create(row.Whole(cell, Credits.Minimum, Credits.Maximum)) }
    )
    {
        IsRequired = true,
    };

    public static readonly RegisterColumn NzscedColumn = new(
        "nzsced",
        "Six digits of NZSCED, of a narrow field that there is. Empty: no subject is known.",
        entry => entry.Nzsced?.ToString(),
        (row, cell) => row.Entry with { Nzsced = row.Code<NzscedCode>(cell, "isn't six digits of a field of NZSCED") }
    );

    public static readonly RegisterColumn SubjectColumn = new(
        "subject",
        "The broad field that nzsced is in, as NZSCED names it, or empty.",
        entry => entry.Nzsced?.BroadField,
        ReadSubject
    );

    public static readonly RegisterColumn PurposeColumn = new(
        "purpose",
        $"Text of {(int)TextLimit.LongText} characters at most, or empty.",
        entry => entry.Purpose,
        (row, cell) => row.Entry with { Purpose = row.TextOf(cell, TextLimit.LongText) }
    )
    {
        MayBeMissing = true,
    };

    public static readonly RegisterColumn OutcomesColumn = new(
        "outcomes",
        $"The learning outcomes, separated by ;. {CellText.HowToList}",
        entry => CellText.List(entry.Outcomes.Select(outcome => (string?[])[outcome])),
        (row, cell) => row.Entry with { Outcomes = Texts(row, cell, TextLimit.Sentence) }
    )
    {
        MayBeMissing = true,
    };

    public static readonly RegisterColumn DeliveryModesColumn = new(
        "deliveryModes",
        $"{CellText.OneOf<DeliveryMode>()}, several separated by ;, or empty.",
        entry => string.Join(';', entry.DeliveryModes),
        (row, cell) => row.Entry with { DeliveryModes = [.. row.Split(cell).Select(row.Choice<DeliveryMode>)] }
    )
    {
        MayBeMissing = true,
    };

    public static readonly RegisterColumn RecognitionOfPriorLearningColumn = LongText(
        "recognitionOfPriorLearning",
        entry => entry.RecognitionOfPriorLearning,
        (entry, text) => entry with { RecognitionOfPriorLearning = text }
    );

    public static readonly RegisterColumn AwardRequiresColumn = LongText(
        "awardRequires",
        entry => entry.AwardRequires,
        (entry, text) => entry with { AwardRequires = text }
    );

    public static readonly RegisterColumn AssessorRequirementsColumn = LongText(
        "assessorRequirements",
        entry => entry.AssessorRequirements,
        (entry, text) => entry with { AssessorRequirements = text }
    );

    public static readonly RegisterColumn LanguagesColumn = new(
        "languages",
        "BCP 47 tags such as en-NZ, separated by ;, or empty.",
        entry => string.Join(';', entry.Languages),
        ReadLanguages
    );

    public static readonly RegisterColumn DeliverySitesColumn = new(
        "deliverySites",
        $"The sites, separated by ;. {CellText.HowToList}",
        entry => CellText.List(entry.DeliverySites.Select(site => (string?[])[site])),
        (row, cell) => row.Entry with { DeliverySites = Texts(row, cell, TextLimit.Title) }
    );

    public static readonly RegisterColumn RestrictedToColumn = new(
        "restrictedTo",
        $"Text of {(int)TextLimit.Sentence} characters at most, or empty.",
        entry => entry.RestrictedTo,
        (row, cell) => row.Entry with { RestrictedTo = row.TextOf(cell, TextLimit.Sentence) }
    );

    public static readonly RegisterColumn UseCaseColumn = new(
        "useCase",
        $"{CellText.OneOf<UseCase>()}, or empty.",
        entry => entry.UseCase?.ToString(),
        (row, cell) => row.Entry with { UseCase = row.Choice<UseCase>(cell) }
    );

    private static RegisterColumn LongText(
        string name,
        Func<RegisterEntry, string?> write,
        Func<RegisterEntry, string, RegisterEntry> with
    ) =>
        new(name, $"Text of {(int)TextLimit.LongText} characters at most, or empty.", write, (row, cell) =>
            with(row.Entry, row.TextOf(cell, TextLimit.LongText))
        );

    private static RegisterEntry ReadSubject(RowReader row, string cell)
    {
        if (!row.IsFaulty("nzsced") && cell != (row.Entry.Nzsced?.BroadField ?? ""))
        {
            row.Fault(
                row.Entry.Nzsced is { } code
                    ? $"{code} is in “{code.BroadField}”. Give that, or leave it empty."
                    : "There is no nzsced that it follows from. Give that, or leave this empty, too."
            );
        }

        return row.Entry;
    }

    private static RegisterEntry ReadLanguages(RowReader row, string cell)
    {
        var languages = row.Split(cell);
        if (languages.FirstOrDefault(language => !LanguageRules.IsTag(language)) is { } wrong)
        {
            row.Fault($"“{wrong}” is not the tag of a language.");
        }

        return row.Entry with
        {
            Languages = languages,
        };
    }

    private static IReadOnlyList<string> Texts(RowReader row, string cell, TextLimit limit) =>
        [.. row.Items(cell, parts: 1).Select(item => row.Needed(item[0], limit))];
}
