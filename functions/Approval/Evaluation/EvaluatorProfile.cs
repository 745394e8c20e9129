namespace MicroCred.Approval;

/// <summary>What an evaluator is fit for, free for and kept from.</summary>
/// <param name="Fields">The broad fields of NZSCED that they know, as two digits, such as <c>03</c>; none for all.</param>
/// <param name="Levels">The levels that they evaluate.</param>
/// <param name="Interests">The providers that they declared an interest in: nothing of these is assigned to them.</param>
/// <param name="Capacity">The most open tasks at once; null for no limit.</param>
/// <param name="Absences">When they are away.</param>
public sealed record EvaluatorProfile(
    [property: ListLimit, TextLimit(TextLimit.Title)] IReadOnlyList<string> Fields,
    LevelRange Levels,
    [property: ListLimit] IReadOnlyList<ProviderNumber> Interests,
    int? Capacity,
    [property: ListLimit] IReadOnlyList<Absence> Absences
)
{
    /// <summary>Somebody who takes everything but what concerns these providers.</summary>
    public static EvaluatorProfile Of(IReadOnlyList<ProviderNumber> interests) => new([], LevelRange.All, interests, Capacity: null, []);

    /// <summary>The absence that a day falls into; null where they are there.</summary>
    public Absence? AbsenceOn(DateOnly day) => Absences.FirstOrDefault(absence => absence.From <= day && day <= absence.To);

    /// <summary>
    /// How well they fit an application's field and then its level: more is better. A field that they name fits better than one that is
    /// among all; who names other fields alone fits least.
    /// </summary>
    public int FitFor(Application application)
    {
        ArgumentNullException.ThrowIfNull(application);
        var content = application.Content.MicroCredential;
        var field =
            Fields.Count == 0 ? 1
            : Fields.Any(known => content?.Nzsced?.StartsWith(known, StringComparison.Ordinal) == true) ? 2
            : 0;
        var level = content?.Level is { } asked && Levels.Holds(asked) ? 1 : 0;
        return (2 * field) + level;
    }

    /// <summary>What is wrong with it, by field; none where nothing is.</summary>
    /// <param name="self">Whose it is, by id.</param>
    /// <param name="evaluators">The ids of all evaluators.</param>
    /// <param name="providers">The numbers of all providers.</param>
    public IReadOnlyList<Finding> FaultsIn(
        string self,
        IReadOnlyCollection<string> evaluators,
        IReadOnlyCollection<ProviderNumber> providers
    )
    {
        ArgumentNullException.ThrowIfNull(evaluators);
        ArgumentNullException.ThrowIfNull(providers);
        return
        [
            .. Fields
                .Index()
                .Where(field => !Nzsced.IsBroad(field.Item))
                .Select(field =>
                    Fault($"fields[{field.Index}]", $"{field.Item} is no broad field of NZSCED.", "Give two digits, 01 to 12.")
                ),
            .. Levels.From.Value > Levels.To.Value
                ? [Fault("levels", $"It goes from {Levels.From} to {Levels.To}.", "Give the lower level first.")]
                : (IEnumerable<Finding>)[],
            .. Interests
                .Index()
                .Where(interest => !providers.Contains(interest.Item))
                .Select(interest =>
                    Fault($"interests[{interest.Index}]", $"There is no provider {interest.Item}.", "Give the number of a provider.")
                ),
            .. Capacity < 0
                ? [Fault("capacity", "It is less than nothing.", "Give 0 or more, or null for no limit.")]
                : (IEnumerable<Finding>)[],
            .. Absences.Index().SelectMany(absence => absence.Item.FaultsIn($"absences[{absence.Index}]", self, evaluators)),
        ];
    }

    internal static Finding Fault(string field, string message, string action) => new("EVAL01", Severity.Error, field, message, action);
}

/// <summary>A range of levels, both of its ends included.</summary>
public sealed record LevelRange(Level From, Level To)
{
    /// <summary>Every level.</summary>
    public static LevelRange All { get; } = new(Level.Create(Level.Minimum), Level.Create(Level.Maximum));

    /// <summary>Whether a level is within it.</summary>
    public bool Holds(int level) => From.Value <= level && level <= To.Value;
}

/// <summary>When somebody is away.</summary>
/// <param name="From">The first day, in Pacific/Auckland.</param>
/// <param name="To">The last day.</param>
/// <param name="Delegate">
/// The id of the evaluator who has their open tasks meanwhile, and what would be assigned to them; null where the tasks stay.
/// </param>
public sealed record Absence(DateOnly From, DateOnly To, [property: TextLimit(TextLimit.Title)] string? Delegate = null)
{
    internal IEnumerable<Finding> FaultsIn(string field, string self, IReadOnlyCollection<string> evaluators)
    {
        if (To < From)
        {
            yield return EvaluatorProfile.Fault($"{field}.to", "It is before the first day.", "Give the last day, or the first one again.");
        }

        if (Delegate == self)
        {
            yield return EvaluatorProfile.Fault($"{field}.delegate", "Nobody is their own delegate.", "Give another evaluator, or null.");
        }
        else if (Delegate is not null && !evaluators.Contains(Delegate))
        {
            yield return EvaluatorProfile.Fault($"{field}.delegate", $"{Delegate} isn't an evaluator.", "Give an evaluator's id, or null.");
        }
    }
}
