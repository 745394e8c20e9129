using System.Reflection;
using MicroCred.App.Evaluation;
using MicroCred.App.Notices;

namespace MicroCred.App.Tests.Notices;

/// <summary>Notices to test with.</summary>
internal static class ANotice
{
    public static Envelope Envelope { get; } = new("id-2-9001", ApplicationId.New(Guid.NewGuid()), "9001", "A title", 2);

    /// <summary>A notice of each kind, with a value for every fact.</summary>
    public static IReadOnlyList<Notice> OfEachKind() =>
        [
            .. typeof(Notice)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(Notice)))
                .Select(type =>
                    (Notice)Activator.CreateInstance(type, [.. type.GetConstructors().Single().GetParameters().Select(Something)])!
                ),
        ];

    private static object? Something(ParameterInfo fact)
    {
        var type = Nullable.GetUnderlyingType(fact.ParameterType) ?? fact.ParameterType;
        return type == typeof(Envelope) ? Envelope
            : type == typeof(string) ? "In words."
            : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 3, 1, 21, 0, 0, TimeSpan.Zero)
            : type == typeof(DateOnly) ? new DateOnly(2026, 3, 1)
            : type == typeof(Registration) ? new Registration(1, null, new(2026, 3, 1, 21, 0, 0, TimeSpan.Zero))
            : type == typeof(IReadOnlyList<string>) ? new[] { "One.", "Two." }
            : type == typeof(IReadOnlyList<Finding>) ? new[] { DocumentRules.NotMalicious.Finding("documents.d1", "A scan found malware.") }
            : type == typeof(IReadOnlyList<Condition>)
                ? new[] { new Condition("Report in a year.", new(2027, 3, 1, 10, 59, 59, TimeSpan.Zero)) }
            : type == typeof(IReadOnlyList<CriterionReason>)
                ? new[] { new CriterionReason("1. Need", CriterionResult.NotMet, "Nobody asked.") }
            : type == typeof(ReportingCode) ? ReportingCode.Parse("1011")
            : type.IsEnum ? Enum.GetValues(type).GetValue(0)
            : type.IsPrimitive ? Activator.CreateInstance(type)
            : throw new NotSupportedException($"{fact.Member.DeclaringType!.Name} has a fact of type {type}; say here what to give it.");
    }
}
