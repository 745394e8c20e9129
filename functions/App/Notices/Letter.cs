namespace MicroCred.App.Notices;

/// <summary>A letter's content, without its address, greeting and footer.</summary>
internal sealed record Letter(string Subject, string Text);
