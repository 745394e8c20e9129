using CsCheck;

namespace MicroCred.Approval.Tests;

/// <summary>Arbitrary content: any field missing, any number, any letters.</summary>
internal static class AnyContent
{
    private static readonly Gen<string?> Words = Gen.String[Gen.Char["ab 19\"\\<&\n\u0101\u014C漢"], 0, 8].Null();
    private static readonly Gen<int?> Numbers = Gen.Int.Nullable();
    private static readonly Gen<bool?> Answers = Gen.Bool.Nullable();

    private static readonly Gen<StandardContent> Standards = Gen.Select(Numbers, Numbers, Words, Numbers, Numbers)
        .Select((number, version, title, level, credits) => new StandardContent(number, version, title, level, credits));

    private static readonly Gen<StakeholderContent> Stakeholders = Gen.Select(Words, Any<StakeholderKind>(), Any<StakeholderView>(), Words)
        .Select((name, kind, view, summary) => new StakeholderContent(name, kind, view, summary));

    private static readonly Gen<MicroCredentialContent> MicroCredentials = Gen.Select(
            Gen.Select(Words, Numbers, Numbers, Words),
            Gen.Select(Answers, Any<UseCase>(), Words, Words.Array[0, 3].Null()),
            Gen.Select(Numbers, Gen.Enum<DeliveryMode>().Array[0, 3].Null(), Words),
            Gen.Select(Words, Numbers, Standards.Array[0, 3].Null())
        )
        .Select(
            (a, b, c, d) =>
                new MicroCredentialContent(
                    a.Item1,
                    a.Item2,
                    a.Item3,
                    a.Item4,
                    b.Item1,
                    b.Item2,
                    b.Item3,
                    b.Item4!,
                    c.Item1,
                    c.Item2,
                    c.Item3,
                    d.Item1,
                    d.Item2,
                    d.Item3
                )
        );

    private static readonly Gen<NeedContent> Needs = Gen.Select(Words, Stakeholders.Array[0, 3].Null())
        .Select((statement, stakeholders) => new NeedContent(statement, stakeholders));

    private static readonly Gen<FundingContent> Fundings = Gen.Select(
            Gen.Bool,
            Any<Fund>(),
            Gen.Decimal.Nullable(),
            Words,
            Answers,
            Answers
        )
        .Select(
            (requested, fund, fee, outcomes, compliance, health) => new FundingContent(requested, fund, fee, outcomes, compliance, health)
        );

    public static Gen<ApplicationContent> Random { get; } =
        Gen.Select(
                Gen.Enum<ApplicationType>(),
                MicroCredentials.Null(),
                Needs.Null(),
                Gen.Select(Words, Words).Select((who, why) => new UrgencyContent(who, why)).Null(),
                Fundings.Null()
            )
            .Select(
                (type, microCredential, need, urgency, funding) => new ApplicationContent(type, microCredential, need, urgency, funding)
            );

    private static Gen<T?> Any<T>()
        where T : struct, Enum => Gen.Enum<T>().Nullable();
}
