using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>The page on which an evaluator's profile is changed: by a registrar all of it, by the evaluator what is theirs to say.</summary>
/// <param name="Form">Its form.</param>
/// <param name="Name">The evaluator's name.</param>
/// <param name="IsWhole">Whether all of it may be changed.</param>
/// <param name="IsOwn">Whether it is the reader's own.</param>
/// <param name="Delegates">Who may stand in for them, by id and name.</param>
/// <param name="Back">Where to go back to.</param>
public sealed record EvaluatorModel(
    Form Form,
    string Name,
    bool IsWhole,
    bool IsOwn,
    IReadOnlyList<(string Id, string Name)> Delegates,
    string Back
) : PageModel(typeof(EvaluatorPage))
{
    /// <summary>The hidden field with the tag of the profile that the form was made from.</summary>
    public const string TagField = "tag";

    internal const string Absences = "absences";

    /// <summary>The form of a profile.</summary>
    public static Form FormOf(EvaluatorProfile profile, string tag)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return Form.Of([
            (TagField, tag),
            .. profile.Fields.Select(field => ("fields", (string?)field)),
            ("levels.from", profile.Levels.From.ToString()),
            ("levels.to", profile.Levels.To.ToString()),
            ("interests", string.Join('\n', profile.Interests)),
            ("capacity", Section.Words(profile.Capacity)),
            .. profile.Absences.SelectMany(
                (absence, row) =>
                    new (string, string?)[]
                    {
                        ($"{Absences}[{row}].from", Section.Words(absence.From)),
                        ($"{Absences}[{row}].to", Section.Words(absence.To)),
                        ($"{Absences}[{row}].delegate", absence.Delegate ?? ""),
                    }
            ),
        ]);
    }

    /// <summary>A profile in words, by label.</summary>
    public static IReadOnlyList<(string Label, string Value)> InWords(EvaluatorProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return
        [
            ("Fields", profile.Fields.Count == 0 ? "All" : string.Join(", ", profile.Fields)),
            ("Levels", $"{profile.Levels.From} to {profile.Levels.To}"),
            ("Most open tasks at once", profile.Capacity is null ? "No limit" : Section.Words(profile.Capacity)),
            ("Interests", profile.Interests.Count == 0 ? "None" : string.Join(", ", profile.Interests)),
            (
                "Away",
                string.Join('\n', profile.Absences.Select(absence => $"{Section.Words(absence.From)} to {Section.Words(absence.To)}"))
            ),
        ];
    }

    /// <summary>The form as it is kept: with those absences alone that say anything.</summary>
    public static Form Arranged(Form sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        return sent.WithRows(Absences);
    }

    /// <summary>Reads what a form says, over the profile as it is; what the form doesn't have stays.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="form">The form.</param>
    /// <param name="isWhole">Whether the form has all of it.</param>
    public static EvaluatorProfile Read(EvaluatorProfile profile, FormReader form, bool isWhole)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(form);
        var own = profile with
        {
            Interests = [.. (form.Lines("interests") ?? []).Select(line => form.Number(line, "interests")).OfType<ProviderNumber>()],
            Absences =
            [
                .. Enumerable
                    .Range(0, form.Form.Rows(Absences))
                    .Select(row => new Absence(
                        form.GivenDay($"{Absences}[{row}].from", "The first day"),
                        form.GivenDay($"{Absences}[{row}].to", "The last day"),
                        form.Text($"{Absences}[{row}].delegate")
                    )),
            ],
        };
        return isWhole
            ? own with
            {
                Fields = [.. form.Form.All("fields")],
                Levels = new(form.Level("levels.from", "The lowest level"), form.Level("levels.to", "The highest level")),
                Capacity = form.Whole("capacity", "The most open tasks at once"),
            }
            : own;
    }
}
