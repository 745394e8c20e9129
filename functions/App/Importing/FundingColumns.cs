using MicroCred.Approval;

namespace MicroCred.App.Importing;

/// <summary>TEC's funding.</summary>
internal static class FundingColumns
{
    private const string BeingDecided = "being decided";

    public static readonly RegisterColumn FundingColumn = new(
        "funding",
        $"TEC's funding: {FundingOutcome.Eligible}, {FundingOutcome.Ineligible} or {BeingDecided}. Empty: it wasn't asked for.",
        entry => entry.Funding?.Outcome is FundingOutcome.Referred ? BeingDecided : entry.Funding?.Outcome.ToString(),
        ReadFunding
    );

    public static readonly RegisterColumn FundColumn = new(
        "fund",
        $"{CellText.OneOf<Fund>()}, where there is funding. Empty: as the level has it; at level 7 none.",
        entry => entry.Funding?.Fund is { } fund ? EnumNames.Of(fund) : null,
        ReadFund
    )
    {
        MayBeMissing = true,
    };

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
        return entry with { Funding = new RegisterFunding(known, Funds.Of(entry.Level.Value, degreeLevel: null), Efts.Of(entry.Credits)) };
    }

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
}
