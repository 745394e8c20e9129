using System.Security.Cryptography;
using System.Text.Json;
using MicroCred.App.Identity;
using MicroCred.App.Serialization;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>An evaluator, as HTTP clients read them.</summary>
/// <param name="Id">The id that they sign in with.</param>
/// <param name="Name">Their name.</param>
/// <param name="Fields">The broad fields of NZSCED that they know, as two digits; none for all.</param>
/// <param name="Levels">The levels that they evaluate, both ends included.</param>
/// <param name="Interests">The numbers of the providers that they declared an interest in.</param>
/// <param name="Capacity">The most open tasks at once; null for no limit.</param>
/// <param name="Absences">When they are away, both days included, and whose their tasks are meanwhile.</param>
/// <param name="Open">How many open tasks they have.</param>
internal sealed record EvaluatorView(
    string Id,
    string Name,
    IReadOnlyList<string> Fields,
    LevelRange Levels,
    IReadOnlyList<ProviderNumber> Interests,
    int? Capacity,
    IReadOnlyList<Absence> Absences,
    int Open
)
{
    public static EvaluatorView Of(Person person, int open) =>
        new(
            person.Id,
            person.Name,
            person.Profile!.Fields,
            person.Profile.Levels,
            person.Profile.Interests,
            person.Profile.Capacity,
            person.Profile.Absences,
            open
        );

    /// <summary>The tag to send back in <c>If-Match</c>: of what may be changed.</summary>
    public static string TagOf(EvaluatorProfile profile) => $"\"{HashOf(profile)}\"";

    /// <summary>Tells one state of what may be changed from another.</summary>
    public static string HashOf(EvaluatorProfile profile) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(profile, AppJson.Api)).AsSpan(0, 16));

    /// <inheritdoc cref="TagOf"/>
    public string Tag() => TagOf(Profile());

    /// <summary>What may be changed.</summary>
    public EvaluatorProfile Profile() => new(Fields, Levels, Interests, Capacity, Absences);
}

/// <summary>
/// What is to change of an evaluator; what is left out stays. <c>Id</c>, <c>Name</c> and <c>Open</c> may be sent back as they were read, and
/// are ignored.
/// </summary>
/// <param name="Fields">The broad fields of NZSCED, as two digits; an empty list for all. A registrar's to change.</param>
/// <param name="Levels">The levels, both ends included. A registrar's to change.</param>
/// <param name="Interests">The numbers of the providers that they have an interest in.</param>
/// <param name="Capacity">The most open tasks at once; null for no limit. A registrar's to change.</param>
/// <param name="Absences">When they are away.</param>
/// <param name="Id">Ignored.</param>
/// <param name="Name">Ignored.</param>
/// <param name="Open">Ignored.</param>
internal sealed record EvaluatorChanges(
    [property: ListLimit, TextLimit(TextLimit.Title)] IReadOnlyList<string>? Fields = null,
    LevelRange? Levels = null,
    [property: ListLimit] IReadOnlyList<ProviderNumber>? Interests = null,
    int? Capacity = EvaluatorChanges.AsItIs,
    [property: ListLimit] IReadOnlyList<Absence>? Absences = null,
    [property: TextLimit(TextLimit.Title)] string? Id = null,
    [property: TextLimit(TextLimit.Title)] string? Name = null,
    int? Open = null
)
{
    /// <summary>The capacity where it is left out: null is a value of its own.</summary>
    internal const int AsItIs = int.MinValue;

    /// <summary>Whether it changes what an evaluator may not change themselves.</summary>
    internal bool NeedsRegistrar => Fields is not null || Levels is not null || Capacity != AsItIs;

    internal EvaluatorProfile Applied(EvaluatorProfile profile) =>
        new(
            Fields is null ? profile.Fields : [.. Fields.Distinct()],
            Levels ?? profile.Levels,
            Interests is null ? profile.Interests : [.. Interests.Distinct()],
            Capacity == AsItIs ? profile.Capacity : Capacity,
            Absences ?? profile.Absences
        );
}
