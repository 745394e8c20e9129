using MicroCred.App.Notices;
using MicroCred.App.OpenApi;

namespace MicroCred.App.Pages.Letters;

/// <inheritdoc/>
internal sealed class LetterExamples : IFunctionExamples
{
    private const string Page = "<!DOCTYPE html><html lang=\"en-NZ\"><title>Your application was approved</title>…</html>";

    public IEnumerable<FunctionExample> Of(ExampleCase example) =>
        [
            new(
                "ListLetters",
                new LettersView([
                    new(
                        1,
                        LetterKind.Decision,
                        example.Decided.Decision!.At,
                        new KeptLetter(LetterKind.Decision, example.Now, Page).Sha256
                    ),
                ])
            ),
            new("GetLetter", Page, MediaType: "text/html"),
        ];
}
