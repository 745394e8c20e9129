using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using MicroCred.App.Commands;
using MicroCred.App.Submission.Uploads;
using MicroCred.Approval;
using MicroCred.Inspection.Zip;

namespace MicroCred.App.Submission.Packages;

/// <summary>A package's application.json: the body of an application and, optionally, the list of its documents.</summary>
/// <param name="Application">The body as JSON text, without that list.</param>
/// <param name="Documents">The list; null where there is none and the kinds follow from the files' names.</param>
internal sealed record PackageManifest(string Application, IReadOnlyList<PackagedDocument>? Documents)
{
    private const string ListName = "documents";

    /// <exception cref="RefusedException">It isn't UTF-8 or JSON, or the list is malformed.</exception>
    public static PackageManifest Read(ReadOnlySpan<byte> json)
    {
        // Some editors put a byte order mark before UTF-8 text, which JSON doesn't allow.
        if (json.StartsWith(Encoding.UTF8.Preamble))
        {
            json = json[Encoding.UTF8.Preamble.Length..];
        }

        if (IsUtf16(json))
        {
            throw Invalid("it is in UTF-16. Save it as UTF-8; in PowerShell: Set-Content -Encoding utf8.");
        }

        if (!Utf8.IsValid(json))
        {
            throw Invalid("it isn't in UTF-8, perhaps in an older encoding such as Windows-1252. Save it as UTF-8.");
        }

        try
        {
            var root = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (root is not JsonObject application)
            {
                throw Invalid("it has to be an object.");
            }

            if (!application.Remove(ListName, out var list))
            {
                return new PackageManifest(application.ToJsonString(), null);
            }

            if (list is not JsonArray items)
            {
                throw Invalid("its documents have to be a list.");
            }

            return new PackageManifest(application.ToJsonString(), Checked([.. items.Select(Document)]));
        }
        catch (JsonException)
        {
            throw Invalid("it isn't well-formed JSON, or has a property twice.");
        }
        catch (InvalidOperationException)
        {
            // The reader throws this for text that it can't decode.
            throw Invalid("a text in it holds half a character, such as \\ud800 alone.");
        }
    }

    /// <summary>
    /// By its byte order mark, or without one by the zero beside the first character, which JSON has in ASCII. [RFC 4627 section 3]
    /// </summary>
    private static bool IsUtf16(ReadOnlySpan<byte> json) =>
        json.StartsWith(Encoding.Unicode.Preamble) || json.StartsWith(Encoding.BigEndianUnicode.Preamble) || json is [0, ..] or [_, 0, ..];

    private static PackagedDocument Document(JsonNode? item) =>
        item is JsonObject { Count: 2 } document
        && Text(document["kind"]) is { } kind
        && Text(document["file"] ?? document["fileName"]) is { } file
            ? new PackagedDocument(DocumentKinds.Read(kind), file)
            : throw Invalid("each of its documents has kind and file, such as {\"kind\": \"Curriculum\", \"file\": \"curriculum.pdf\"}.");

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static List<PackagedDocument> Checked(List<PackagedDocument> documents)
    {
        if (documents.Count > DocumentLimits.Count)
        {
            throw Invalid($"an application may have {DocumentLimits.Count} documents.");
        }

        if (
            documents
                .GroupBy(document => ZipNames.Plain(document.File), StringComparer.OrdinalIgnoreCase)
                .FirstOrDefault(group => group.Count() > 1) is
            { } twice
        )
        {
            throw Invalid($"it names {twice.Key} twice.");
        }

        return documents;
    }

    private static RefusedException Invalid(string detail) => new(RefusalKind.Malformed, $"application.json: {detail}");
}
