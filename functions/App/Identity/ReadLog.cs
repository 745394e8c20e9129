using Microsoft.Extensions.Logging;

namespace MicroCred.App.Identity;

/// <summary>Logs who read a document or an application's record: ids only, kept as long as the logs' workspace keeps them.</summary>
internal sealed partial class ReadLog(CurrentUser user, ILogger<ReadLog> logger)
{
    public void Document(ApplicationId application, string document) => LogDocument(user.Caller.Actor.Id, document, application);

    public void Record(ApplicationId application) => LogRecord(user.Caller.Actor.Id, application);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Who} reads document {Document} of application {Application}")]
    private partial void LogDocument(string who, string document, ApplicationId application);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Who} reads the record of application {Application}")]
    private partial void LogRecord(string who, ApplicationId application);
}
