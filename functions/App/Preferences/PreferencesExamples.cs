using MicroCred.App.Notices;
using MicroCred.App.Notification;
using MicroCred.App.OpenApi;

namespace MicroCred.App.Preferences;

/// <inheritdoc/>
internal sealed class PreferencesExamples : IFunctionExamples
{
    public IEnumerable<FunctionExample> Of(ExampleCase example)
    {
        NotificationSettings settings = new("ani@example.nz", new Dictionary<string, Delivery> { ["Published"] = Delivery.Daily });
        NotificationSettingsView view = new(
            settings.Email,
            NoticeKind.For(ExampleCase.Reader).ToDictionary(kind => kind.Name, kind => settings.Of(kind.Name))
        );
        return
        [
            new("GetNotificationSettings", view),
            new("ChangeNotificationSettings", view, new NotificationSettingsChanges(settings.Email, settings.Kinds)),
        ];
    }
}
