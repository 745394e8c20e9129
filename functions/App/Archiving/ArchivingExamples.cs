using MicroCred.App.OpenApi;
using MicroCred.Approval;

namespace MicroCred.App.Archiving;

/// <inheritdoc/>
internal sealed class ArchivingExamples : IFunctionExamples
{
    public IEnumerable<FunctionExample> Of(ExampleCase example) =>
        [
            new(
                nameof(GetArchive),
                GetArchive.Report.Of(
                    new ArchiveNight(
                        Number: 212,
                        example.Now,
                        AuditChain.Origin,
                        Compared: 1840,
                        Applications: [],
                        Documents: [],
                        [
                            new ArchiveDifference(
                                example.Published.Id,
                                File: null,
                                DifferenceKind.StateChanged,
                                "The state of revision 9 isn't the one that was put away."
                            ),
                        ],
                        Failed: [],
                        Refused: []
                    )
                )
            ),
        ];
}
