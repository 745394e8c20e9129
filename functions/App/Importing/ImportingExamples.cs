using MicroCred.App.OpenApi;

namespace MicroCred.App.Importing;

/// <inheritdoc/>
internal sealed class ImportingExamples : IFunctionExamples
{
    public IEnumerable<FunctionExample> Of(ExampleCase example) =>
        [
            new(nameof(GetImportRules), ImportRules.Published),
            new(nameof(ImportRegister), new ImportAnswer(249)),
            new(
                nameof(ImportRegister),
                ImportProblem.Of(
                    "The file has these faults. Nothing was imported.",
                    [new(Row: 2, ContentColumns.LevelColumn.Name, ContentColumns.LevelColumn.Rule, "“11” is no whole number from 1 to 10.")]
                ),
                MediaType: "application/problem+json"
            ),
        ];
}
