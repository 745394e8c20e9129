using MicroCred.App.OpenApi;
using MicroCred.App.Register;
using MicroCred.App.Submission;
using MicroCred.Approval;

namespace MicroCred.App.Publication;

/// <inheritdoc/>
internal sealed class PublicationExamples : IFunctionExamples
{
    public IEnumerable<FunctionExample> Of(ExampleCase example) =>
        [
            new(nameof(SearchRegister), new RegisterListView([RegisterEntryView.Of(example.Entry)], Next: null, Total: 1)),
            new(nameof(GetRegisterEntry), RegisterEntryView.Of(example.Entry)),
            new(
                nameof(GetRegisterEntry),
                LinkedData.Of(example.Entry, "https://microcred.example/register/1"),
                MediaType: LinkedData.MediaType
            ),
            new(
                "GetEntryVersions",
                new VersionsView([
                    new VersionView(
                        1,
                        new DateTimeOffset(example.Entry.ApprovedOn, default, default),
                        example.Entry.Developer.Name,
                        "Listed"
                    ),
                ])
            ),
            new("GetEntryVersion", RegisterEntryView.Of(example.Entry)),
            new("GetEntryChanges", new ChangesView([new FieldChange("/credits", 15, 20)])),
            new(RegisterStatisticsFunctions.Json, RegisterStatistics.Of([example.Entry], example.Entry.ApprovedOn)),
            new(
                nameof(ChangeEntryStatus),
                RegisterEntryView.Of(example.Entry with { Status = RegisterStatus.ListedByMistake }),
                new ChangeEntryStatus.EntryStatus(RegisterStatus.ListedByMistake, "It is the same as number 2.")
            ),
        ];
}
