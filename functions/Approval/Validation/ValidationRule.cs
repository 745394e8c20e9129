namespace MicroCred.Approval;

/// <summary>One automatic check: what it asks in a sentence, how much breaking it weighs, what to do then, and the check itself.</summary>
public sealed record ValidationRule(
    string Id, Severity Severity, string Sentence, string Action, Func<Submission, IEnumerable<Found>> Check)
{
    /// <summary>A finding by this rule.</summary>
    public Finding Finding(string field, string message) => new(Id, Severity, field, message, Action);

    /// <summary>Everything that breaks it.</summary>
    public IEnumerable<Finding> Run(Submission submission) => Check(submission).Select(found => Finding(found.Field, found.Message));
}
