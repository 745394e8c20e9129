namespace MicroCred.Demo.Cases;

/// <summary>A condition, and in how many days from the decision it is due.</summary>
internal sealed record ScriptedCondition(string Text, int DueInDays);
