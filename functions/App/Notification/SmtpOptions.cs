using System.ComponentModel.DataAnnotations;

namespace MicroCred.App.Notification;

/// <summary>The mail server.</summary>
internal sealed class SmtpOptions
{
    /// <summary>Its host name; empty to write letters as files.</summary>
    public string Host { get; init; } = "";

    [Range(1, 65_535)]
    public int Port { get; init; } = 587;

    /// <summary>The user name; empty for no sign-in.</summary>
    public string User { get; init; } = "";

    public string Password { get; init; } = "";
}
