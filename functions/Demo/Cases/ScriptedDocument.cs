namespace MicroCred.Demo.Cases;

internal sealed record ScriptedDocument(string Kind, string File, bool Encrypted = false);
