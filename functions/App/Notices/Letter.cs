namespace MicroCred.App.Notices;

/// <summary>What a letter says, without its address, greeting and footer.</summary>
internal sealed record Letter(string Subject, string Text);
