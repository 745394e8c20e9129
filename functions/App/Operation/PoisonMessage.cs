using System.Text.Json;
using Azure.Storage.Queues.Models;

namespace MicroCred.App.Operation;

/// <summary>A message that failed every try, by ids: it shows no text that anybody wrote.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="SetAsideAt">When it was set aside, in UTC.</param>
/// <param name="Application">The application that it is about; null where that can't be parsed.</param>
/// <param name="About">A letter's kind and its recipient's id, or a scan's blob; null where that can't be parsed.</param>
/// <param name="Letter">The letter's id; null for any other message.</param>
internal sealed record PoisonMessage(string Id, DateTimeOffset? SetAsideAt, ApplicationId? Application, string? About, string? Letter)
{
    public static PoisonMessage Of(PeekedMessage message)
    {
        PoisonMessage unread = new(message.MessageId, message.InsertedOn, null, null, null);
        try
        {
            using var content = JsonDocument.Parse(Convert.FromBase64String(message.Body.ToString()));
            return unread.Reading(content.RootElement);
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return unread;
        }
    }

    private PoisonMessage Reading(JsonElement content)
    {
        if (Text(content, "kind") is { } kind)
        {
            return this with
            {
                Application = IdIn(Text(content, "application")),
                About = $"{kind} to {Text(content, "recipient")}",
                Letter = Text(content, "id"),
            };
        }

        return
            content.ValueKind == JsonValueKind.Object
            && content.TryGetProperty("data", out var data)
            && Text(data, "blobUri")?.Split('/') is [.., var application, var blob]
            ? this with
            {
                Application = IdIn(application),
                About = $"Scan of {blob}",
            }
            : this;
    }

    private static ApplicationId? IdIn(string? text) => text is not null && ApplicationId.TryCreate(text, out var id) ? id : null;

    private static string? Text(JsonElement content, string name) =>
        content.ValueKind == JsonValueKind.Object && content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
