using MicroCred.Approval;

namespace MicroCred.App.Importing;

/// <summary>Who developed it, who delivers it, and who shared in it.</summary>
internal static class ProviderColumns
{
    public static readonly RegisterColumn ProviderNumberColumn = new(
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
    };

    public static readonly RegisterColumn ProviderColumn = new(
        "provider",
        $"The developer's name, of {(int)TextLimit.Title} characters at most. It is taken as it is, whatever the directory has.",
        entry => entry.Developer.Name,
        (row, cell) => row.Entry with { Developer = row.Entry.Developer with { Name = row.TextOf(cell, TextLimit.Title) } }
    )
    {
        IsRequired = true,
    };

    public static readonly RegisterColumn ProviderTypeColumn = new(
        "providerType",
        $"{CellText.OneOf<ProviderType>()}.",
        entry => entry.Developer.Type.ToString(),
        (row, cell) => row.Entry with { Developer = row.Entry.Developer with { Type = row.Choice<ProviderType>(cell) } }
    )
    {
        IsRequired = true,
    };

    public static readonly RegisterColumn PartnersColumn = new(
        "partners",
        $"name|{CellText.OneOf<StakeholderKind>()}|part, or empty; several separated by ;. {CellText.HowToList}",
        entry => CellText.List(entry.Partners.Select(partner => (string?[])[partner.Name, partner.Kind?.ToString(), partner.Part])),
        ReadPartners
    );

    public static readonly RegisterColumn CommissionedByColumn = new(
        "commissionedBy",
        $"Text on one line, of {(int)TextLimit.Title} characters at most, or empty.",
        entry => entry.CommissionedBy,
        (row, cell) => row.Entry with { CommissionedBy = row.TextOf(cell, TextLimit.Title) }
    );

    public static readonly RegisterColumn UniversityApprovalColumn = new(
        "universityApproval",
        $"Of a university's own alone: body|day as in 2022-06-30|reference. {CellText.HowToList}",
        entry =>
            entry.UniversityApproval is { } approval
                ? CellText.List([
                    [approval.Body, CellText.Day(approval.Date), approval.Reference],
                ])
                : null,
        ReadUniversityApproval
    );

    public static readonly RegisterColumn DelivererNamesColumn = new(
        "delivererNames",
        $"name|{CellText.OneOf<ProviderType>()} of each of deliverers, in their order, separated by ;. Empty: as the row, the directory or the rest of the file has them. {CellText.HowToList}",
        entry => CellText.List(entry.Deliverers.Select(provider => (string?[])[provider.Name, provider.Type.ToString()])),
        ReadDelivererNames
    )
    {
        MayBeMissing = true,
    };

    public static readonly RegisterColumn DeliverersColumn = new(
        "deliverers",
        "The numbers of the providers that may deliver it, separated by ;, or empty.",
        entry => string.Join(';', entry.Deliverers.Select(provider => provider.Number)),
        ReadDeliverers
    );

    private static RegisterEntry ReadPartners(RowReader row, string cell) =>
        row.Entry with
        {
            Partners =
            [
                .. row.Items(cell, parts: 3)
                    .Select(parts => new PartnerContent(
                        row.Needed(parts[0], TextLimit.Title),
                        row.Choice<StakeholderKind>(parts[1]),
                        row.Given(parts[2], TextLimit.Sentence)
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
                    row.Given(parts[0], TextLimit.Title),
                    parts[1].Length > 0 ? row.Day(parts[1]) : null,
                    row.Given(parts[2], TextLimit.Title)
                ),
            }
            : row.Entry;
    }

    private static RegisterEntry ReadDelivererNames(RowReader row, string cell)
    {
        var names = row.Items(cell, parts: 2);
        foreach (var name in names)
        {
            row.Needed(name[0], TextLimit.Title);
            row.Choice<ProviderType>(name[1]);
        }

        row.DemandAsMany(names.Count, "deliverers");
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
                areNamed && names?.ElementAtOrDefault(at) is [var name, var type] && EnumNames.TryParse<ProviderType>(type, out var known)
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
}
