using System.Globalization;
using MicroCred.Approval;

namespace MicroCred.App.Importing;

/// <summary>
/// The columns of the register's CSV, in the export's order. Together they hold everything of an entry that doesn't follow from the rest,
/// so that an export, imported elsewhere, is exported there as the same bytes.
/// </summary>
internal static class RegisterColumns
{
    private const string BeingDecided = "being decided";
    private const string Ctid = "ce-";

    private const string HowToList =
        @"Within a text, \ before ; | and \ is not the separator but the character itself, and \n is a line break.";

    public static IReadOnlyList<RegisterColumn> All { get; } =
    [
        new(
            "number",
            "A whole number from 1, each once. Empty: the next free one.",
            entry => Whole(entry.Number),
            (row, cell) => row.Entry with { Number = row.Whole(cell, 1, 999_999_999) }
        )
        {
            IsAllocated = true,
        },
        new(
            "reportingCode",
            "Four digits, each once. Empty: the next free one, while there are any.",
            entry => entry.Code?.ToString(),
            (row, cell) => row.Entry with { Code = row.Code<ReportingCode>(cell, "isn't four digits") }
        )
        {
            IsAllocated = true,
        },
        new(
            "ctid",
            "The Credential Transparency Identifier: ce- and a UUID, each once. Empty: a new one.",
            entry => $"{Ctid}{entry.Ctid:D}",
            (row, cell) => row.Entry with { Ctid = CtidOf(row, cell) }
        )
        {
            IsAllocated = true,
            MayBeMissing = true,
        },
        new(
            "version",
            "A whole number from 1. Empty: 1.",
            entry => Whole(entry.Version),
            (row, cell) => row.Entry with { Version = row.Whole(cell, 1, 999_999) }
        ),
        new(
            "title",
            $"Text on one line, of {(int)TextLimit.Title} characters at most.",
            entry => entry.Title,
            (row, cell) => row.Entry with { Title = row.TextOf(cell, TextLimit.Title) }
        )
        {
            IsRequired = true,
        },
        new(
            "level",
            $"A whole number from {Level.Minimum} to {Level.Maximum}.",
            entry => Whole(entry.Level.Value),
            (row, cell) => row.Entry with { Level = Level.Create(row.Whole(cell, Level.Minimum, Level.Maximum)) }
        )
        {
            IsRequired = true,
        },
        new(
            "credits",
            $"A whole number from {Credits.Minimum} to {Credits.Maximum}.",
            entry => Whole(entry.Credits.Value),
            (row, cell) => row.Entry with { Credits = Credits.Create(row.Whole(cell, Credits.Minimum, Credits.Maximum)) }
        )
        {
            IsRequired = true,
        },
        new(
            "nzsced",
            "Six digits of NZSCED, of a narrow field that there is. Empty: no subject is known.",
            entry => entry.Nzsced?.ToString(),
            (row, cell) => row.Entry with { Nzsced = row.Code<NzscedCode>(cell, "isn't six digits of a field of NZSCED") }
        ),
        new("subject", "The broad field that nzsced is in, as NZSCED names it, or empty.", entry => entry.Nzsced?.BroadField, ReadSubject),
        new(
            "providerNumber",
            "The developer's number: four digits.",
            entry => entry.Developer.Number.ToString(),
            (row, cell) =>
                row.Entry with
                {
                    Developer = row.Entry.Developer with { Number = row.Code<ProviderNumber>(cell, "isn't four digits") },
                }
        )
        {
            IsRequired = true,
        },
        new(
            "provider",
            $"The developer's name, of {(int)TextLimit.Title} characters at most. It is taken as it is, whatever the directory has.",
            entry => entry.Developer.Name,
            (row, cell) => row.Entry with { Developer = row.Entry.Developer with { Name = row.TextOf(cell, TextLimit.Title) } }
        )
        {
            IsRequired = true,
        },
        new(
            "providerType",
            $"{OneOf<ProviderType>()}.",
            entry => entry.Developer.Type.ToString(),
            (row, cell) => row.Entry with { Developer = row.Entry.Developer with { Type = row.Choice<ProviderType>(cell) } }
        )
        {
            IsRequired = true,
        },
        new(
            "status",
            $"{OneOf<RegisterStatus>()}. Empty: {RegisterStatus.Current}.",
            entry => entry.Status.ToString(),
            (row, cell) => row.Entry with { Status = row.Choice<RegisterStatus>(cell) }
        ),
        new("approvedOn", "A day as in 2022-06-30, not after today.", entry => Day(entry.ApprovedOn), ReadApprovedOn) { IsRequired = true },
        new(
            "reviewDue",
            "A day as in 2023-06-30, not before approvedOn. Empty: a year after it.",
            entry => Day(entry.ReviewDue),
            (row, cell) => row.Entry with { ReviewDue = NotBefore(row, row.Day(cell), row.Entry.ApprovedOn, "approvedOn") }
        ),
        new(
            "lastEnrolment",
            "A day as in 2024-06-30, or empty.",
            entry => Day(entry.LastEnrolment),
            (row, cell) => row.Entry with { LastEnrolment = row.Day(cell) }
        ),
        new(
            "lastAchievement",
            "A day as in 2026-06-30, not before lastEnrolment, or empty.",
            entry => Day(entry.LastAchievement),
            (row, cell) =>
                row.Entry with
                {
                    LastAchievement = NotBefore(row, row.Day(cell), row.Entry.LastEnrolment ?? default, "lastEnrolment"),
                }
        ),
        new(
            "funding",
            $"TEC's funding: {FundingOutcome.Eligible}, {FundingOutcome.Ineligible} or {BeingDecided}. Empty: it wasn't asked for.",
            entry => entry.Funding?.Outcome is FundingOutcome.Referred ? BeingDecided : entry.Funding?.Outcome.ToString(),
            ReadFunding
        ),
        new(
            "fund",
            $"{OneOf<Fund>()}, where there is funding. Empty: as the level has it; at level 7 none.",
            entry => entry.Funding?.Fund is { } fund ? CellNames<Fund>.Of(fund) : null,
            ReadFund
        )
        {
            MayBeMissing = true,
        },
        new(
            "purpose",
            $"Text of {(int)TextLimit.LongText} characters at most, or empty.",
            entry => entry.Purpose,
            (row, cell) => row.Entry with { Purpose = row.TextOf(cell, TextLimit.LongText) }
        )
        {
            MayBeMissing = true,
        },
        new(
            "outcomes",
            $"The learning outcomes, separated by ;. {HowToList}",
            entry => CellText.List(entry.Outcomes.Select(outcome => (string?[])[outcome])),
            (row, cell) => row.Entry with { Outcomes = Texts(row, cell, TextLimit.Sentence) }
        )
        {
            MayBeMissing = true,
        },
        new(
            "deliveryModes",
            $"{OneOf<DeliveryMode>()}, several separated by ;, or empty.",
            entry => string.Join(';', entry.DeliveryModes),
            (row, cell) => row.Entry with { DeliveryModes = [.. row.Split(cell).Select(row.Choice<DeliveryMode>)] }
        )
        {
            MayBeMissing = true,
        },
        new(
            "pathways",
            $"{OneOf<PathwayKind>()}|a number on the register or in this file, or empty|a name, or empty; several separated by ;. {HowToList}",
            entry =>
                CellText.List(
                    entry.Pathways.Select(pathway => (string?[])[pathway.Kind?.ToString(), Whole(pathway.RegisterNumber), pathway.Name])
                ),
            ReadPathways
        ),
        LongText(
            "recognitionOfPriorLearning",
            entry => entry.RecognitionOfPriorLearning,
            (entry, text) => entry with { RecognitionOfPriorLearning = text }
        ),
        LongText("awardRequires", entry => entry.AwardRequires, (entry, text) => entry with { AwardRequires = text }),
        LongText("assessorRequirements", entry => entry.AssessorRequirements, (entry, text) => entry with { AssessorRequirements = text }),
        new("languages", "BCP 47 tags such as en-NZ, separated by ;, or empty.", entry => string.Join(';', entry.Languages), ReadLanguages),
        new(
            "deliverySites",
            $"The sites, separated by ;. {HowToList}",
            entry => CellText.List(entry.DeliverySites.Select(site => (string?[])[site])),
            (row, cell) => row.Entry with { DeliverySites = Texts(row, cell, TextLimit.Title) }
        ),
        new(
            "restrictedTo",
            $"Text of {(int)TextLimit.Sentence} characters at most, or empty.",
            entry => entry.RestrictedTo,
            (row, cell) => row.Entry with { RestrictedTo = row.TextOf(cell, TextLimit.Sentence) }
        ),
        new(
            "partners",
            $"name|{OneOf<StakeholderKind>()}|part, or empty; several separated by ;. {HowToList}",
            entry => CellText.List(entry.Partners.Select(partner => (string?[])[partner.Name, partner.Kind?.ToString(), partner.Part])),
            ReadPartners
        ),
        new(
            "commissionedBy",
            $"Text on one line, of {(int)TextLimit.Title} characters at most, or empty.",
            entry => entry.CommissionedBy,
            (row, cell) => row.Entry with { CommissionedBy = row.TextOf(cell, TextLimit.Title) }
        ),
        new(
            "universityApproval",
            $"Of a university's own alone: body|day as in 2022-06-30|reference. {HowToList}",
            entry =>
                entry.UniversityApproval is { } approval
                    ? CellText.List([
                        [approval.Body, Day(approval.Date), approval.Reference],
                    ])
                    : null,
            ReadUniversityApproval
        ),
        new(
            "conditions",
            $"text|day by which it is to be met|{OneOf<ConditionStatus>()}; several separated by ;. {HowToList}",
            entry =>
                CellText.List(
                    entry.Conditions.Select(condition =>
                        (string?[])[condition.Text, Day(WorkingDays.DayOf(condition.Due)), condition.Status.ToString()]
                    )
                ),
            ReadConditions
        ),
        new(
            "standardTitles",
            $"The titles of the standards, in the order of standards, separated by ;. Empty: they aren't known. {HowToList}",
            WriteStandardTitles,
            ReadStandardTitles
        )
        {
            MayBeMissing = true,
        },
        new(
            "delivererNames",
            $"name|{OneOf<ProviderType>()} of each of deliverers, in their order, separated by ;. Empty: as the row, the directory or the rest of the file has them. {HowToList}",
            entry => CellText.List(entry.Deliverers.Select(provider => (string?[])[provider.Name, provider.Type.ToString()])),
            ReadDelivererNames
        )
        {
            MayBeMissing = true,
        },
        new(
            "useCase",
            $"{OneOf<UseCase>()}, or empty.",
            entry => entry.UseCase?.ToString(),
            (row, cell) => row.Entry with { UseCase = row.Choice<UseCase>(cell) }
        ),
        new(
            "standards",
            "number-version-level-credits of each standard, separated by ;, or empty.",
            entry =>
                string.Join(
                    ';',
                    entry.Standards.Select(standard =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{standard.Number}-{standard.Version}-{standard.Level}-{standard.Credits}"
                        )
                    )
                ),
            ReadStandards
        ),
        new(
            "deliverers",
            "The numbers of the providers that may deliver it, separated by ;, or empty.",
            entry => string.Join(';', entry.Deliverers.Select(provider => provider.Number)),
            ReadDeliverers
        ),
    ];

    public static RegisterColumn Named(string name) => All.First(column => column.Name == name);

    private static RegisterColumn LongText(
        string name,
        Func<RegisterEntry, string?> write,
        Func<RegisterEntry, string, RegisterEntry> with
    ) =>
        new(name, $"Text of {(int)TextLimit.LongText} characters at most, or empty.", write, (row, cell) =>
            with(row.Entry, row.TextOf(cell, TextLimit.LongText))
        );

    private static Guid CtidOf(RowReader row, string cell)
    {
        if (
            cell.StartsWith(Ctid, StringComparison.Ordinal)
            && Guid.TryParseExact(cell.AsSpan(Ctid.Length), "D", out var id)
            && id != Guid.Empty
        )
        {
            return id;
        }

        row.Fault($"It isn't {Ctid} and a UUID.");
        return Guid.Empty;
    }

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

    private static RegisterEntry ReadApprovedOn(RowReader row, string cell)
    {
        var day = row.Day(cell);
        if (day > row.Today)
        {
            row.Fault($"{Day(day)} is still to come.");
        }

        return row.Entry with
        {
            ApprovedOn = day,
        };
    }

    private static DateOnly NotBefore(RowReader row, DateOnly day, DateOnly first, string column)
    {
        if (day != default && day < first)
        {
            row.Fault($"{Day(day)} is before {column}.");
        }

        return day;
    }

    private static RegisterEntry ReadFunding(RowReader row, string cell)
    {
        FundingOutcome? outcome = cell switch
        {
            nameof(FundingOutcome.Eligible) => FundingOutcome.Eligible,
            nameof(FundingOutcome.Ineligible) => FundingOutcome.Ineligible,
            BeingDecided => FundingOutcome.Referred,
            _ => null,
        };
        if (outcome is not { } known)
        {
            row.Fault($"It is none of {FundingOutcome.Eligible}, {FundingOutcome.Ineligible} and {BeingDecided}.");
            return row.Entry;
        }

        var entry = row.Entry;
        return entry with { Funding = new RegisterFunding(known, FundOf(entry.Level), Efts.Of(entry.Credits)) };
    }

    private static Fund? FundOf(Level level) =>
        level.Value switch
        {
            <= 2 => Fund.Dq1To2,
            <= 6 => Fund.Dq3To7,
            7 => null,
            _ => Fund.Dq7To10,
        };

    private static RegisterEntry ReadFund(RowReader row, string cell)
    {
        var fund = row.Choice<Fund>(cell);
        if (row.Entry.Funding is { } funding)
        {
            return row.Entry with { Funding = funding with { Fund = fund } };
        }

        if (!row.IsFaulty("funding"))
        {
            row.Fault("There is no funding that it could be of.");
        }

        return row.Entry;
    }

    private static RegisterEntry ReadPathways(RowReader row, string cell) =>
        row.Entry with
        {
            Pathways =
            [
                .. row.Items(cell, parts: 3)
                    .Select(parts =>
                    {
                        if (parts is [_, "", ""])
                        {
                            row.Fault("A pathway has neither a number nor a name.");
                        }

                        return new PathwayContent(
                            row.Choice<PathwayKind>(parts[0]),
                            parts[1].Length > 0 ? row.Whole(parts[1], 1, 999_999_999) : null,
                            Given(row, parts[2], TextLimit.Title)
                        );
                    }),
            ],
        };

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

    private static RegisterEntry ReadPartners(RowReader row, string cell) =>
        row.Entry with
        {
            Partners =
            [
                .. row.Items(cell, parts: 3)
                    .Select(parts => new PartnerContent(
                        Needed(row, parts[0], TextLimit.Title),
                        row.Choice<StakeholderKind>(parts[1]),
                        Given(row, parts[2], TextLimit.Sentence)
                    )),
            ],
        };

    private static RegisterEntry ReadUniversityApproval(RowReader row, string cell)
    {
        var items = row.Items(cell, parts: 3);
        if (items.Count > 1)
        {
            row.Fault("There are several. Give one.");
        }

        if (row.Entry.Developer.Type != ProviderType.University && !row.IsFaulty("providerType"))
        {
            row.Fault("The provider isn't a university.");
        }

        return items is [var parts, ..]
            ? row.Entry with
            {
                UniversityApproval = new UniversityApprovalContent(
                    Given(row, parts[0], TextLimit.Title),
                    parts[1].Length > 0 ? row.Day(parts[1]) : null,
                    Given(row, parts[2], TextLimit.Title)
                ),
            }
            : row.Entry;
    }

    private static RegisterEntry ReadConditions(RowReader row, string cell) =>
        row.Entry with
        {
            Conditions =
            [
                .. row.Items(cell, parts: 3)
                    .Select(parts => new EntryCondition(
                        Needed(row, parts[0], TextLimit.Sentence),
                        WorkingDays.EndOf(row.Day(parts[1])),
                        row.Choice<ConditionStatus>(parts[2])
                    )),
            ],
        };

    private static string? WriteStandardTitles(RegisterEntry entry) =>
        entry.Standards.Any(standard => Text.IsGiven(standard.Title))
            ? CellText.List(entry.Standards.Select(standard => (string?[])[standard.Title]))
            : null;

    private static RegisterEntry ReadStandardTitles(RowReader row, string cell)
    {
        var titles = row.Items(cell, parts: 1);
        foreach (var title in titles)
        {
            Given(row, title[0], TextLimit.Sentence);
        }

        DemandAsMany(row, titles.Count, "standards");
        return row.Entry;
    }

    private static RegisterEntry ReadStandards(RowReader row, string cell)
    {
        var titles = CellText.Items(row["standardTitles"]) ?? [];
        return row.Entry with
        {
            Standards =
            [
                .. row.Split(cell)
                    .Index()
                    .Select(standard =>
                    {
                        if (standard.Item.Split('-') is not [var number, var version, var level, var credits])
                        {
                            row.Fault($"“{standard.Item}” isn't number-version-level-credits.");
                            return new StandardContent();
                        }

                        var title = titles.ElementAtOrDefault(standard.Index)?[0];
                        return new StandardContent(
                            row.Whole(number, 1, int.MaxValue),
                            row.Whole(version, 1, int.MaxValue),
                            Text.IsGiven(title) ? Text.Composed(title) : null,
                            row.Whole(level, Level.Minimum, Level.Maximum),
                            row.Whole(credits, 1, int.MaxValue)
                        );
                    }),
            ],
        };
    }

    private static RegisterEntry ReadDelivererNames(RowReader row, string cell)
    {
        var names = row.Items(cell, parts: 2);
        foreach (var name in names)
        {
            Needed(row, name[0], TextLimit.Title);
            row.Choice<ProviderType>(name[1]);
        }

        DemandAsMany(row, names.Count, "deliverers");
        return row.Entry;
    }

    private static RegisterEntry ReadDeliverers(RowReader row, string cell)
    {
        var names = row.IsFaulty("delivererNames") ? null : CellText.Items(row["delivererNames"]);
        var areNamed = Text.IsGiven(row["delivererNames"]);
        List<Provider> deliverers = [];
        foreach (var (at, text) in row.Split(cell).Index())
        {
            var number = row.Code<ProviderNumber>(text, "isn't four digits");
            var named =
                areNamed && names?.ElementAtOrDefault(at) is [var name, var type] && CellNames<ProviderType>.TryParse(type, out var known)
                    ? new Provider(number, Text.Composed(name), known)
                    : null;
            if (deliverers.Any(other => other.Number == number))
            {
                row.Fault($"{number} is there twice.");
            }
            else if ((named ?? Known(row, number)) is { } provider)
            {
                deliverers.Add(provider);
            }
            else if (!areNamed)
            {
                row.Fault($"Nobody knows {number}. Say in delivererNames what it is called.");
            }
        }

        return row.Entry with
        {
            Deliverers = deliverers,
        };
    }

    private static Provider? Known(RowReader row, ProviderNumber number) =>
        row.Entry.Developer.Number == number ? row.Entry.Developer : row.ProviderOf(number);

    private static void DemandAsMany(RowReader row, int count, string column)
    {
        var others = row[column] is { Length: > 0 } cell ? cell.Count(character => character == ';') + 1 : 0;
        if (others != count)
        {
            row.Fault(string.Create(CultureInfo.InvariantCulture, $"There are {count} here and {others} in {column}."));
        }
    }

    private static IReadOnlyList<string> Texts(RowReader row, string cell, TextLimit limit) =>
        [.. row.Items(cell, parts: 1).Select(item => Needed(row, item[0], limit))];

    private static string Needed(RowReader row, string part, TextLimit limit)
    {
        if (Given(row, part, limit) is { } text)
        {
            return text;
        }

        row.Fault("A text in it is empty.");
        return "";
    }

    private static string? Given(RowReader row, string part, TextLimit limit) => Text.IsGiven(part) ? row.TextOf(part, limit) : null;

    private static string? Whole(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string OneOf<T>()
        where T : struct, Enum => string.Join(" or ", CellNames<T>.All);
}
