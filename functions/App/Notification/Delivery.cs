namespace MicroCred.App.Notification;

/// <summary>When somebody gets a kind of notice by e-mail.</summary>
internal enum Delivery
{
    /// <summary>Each by itself, when it comes up.</summary>
    AtOnce,

    /// <summary>All of a day in one message, at the hour of the digest.</summary>
    Daily,

    /// <summary>Not at all.</summary>
    Off,
}
