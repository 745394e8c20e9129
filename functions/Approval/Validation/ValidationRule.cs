namespace MicroCred.Approval;

/// <summary>An automatic check: its sentence, the severity of its findings, what the provider should do, and the check itself.</summary>
public sealed record ValidationRule(
    string Id,
    Severity Severity,
    string Sentence,
    string Action,
    Func<SubmittedApplication, IEnumerable<Found>> Check
)
{
    /// <summary>The most findings by one rule; the last says how many more there are, since nobody reads hundreds of the same.</summary>
    public const int MostFindings = 20;

    /// <summary>The longest message, in characters. Some messages quote entered text, which may be long.</summary>
    public const int LongestMessage = 600;

    /// <summary>A finding by this rule.</summary>
    public Finding Finding(string field, string message) =>
        new(Id, Severity, field, message.Length > LongestMessage ? Text.Shortened(message, LongestMessage) : message, Action);

    /// <summary>The submission's findings by this rule, at most <see cref="MostFindings"/>.</summary>
    public IEnumerable<Finding> Run(SubmittedApplication submission)
    {
        IReadOnlyList<Found> found = [.. Check(submission)];
        if (found.Count <= MostFindings)
        {
            return found.Select(one => Finding(one.Field, one.Message));
        }

        var shown = found.Take(MostFindings - 1).Select(one => Finding(one.Field, one.Message));
        return shown.Append(
            Finding(found[MostFindings - 1].Field, $"{found.Count - MostFindings + 1} more of these were found, from here on.")
        );
    }
}
