using System.Globalization;
using MicroCred.Approval.Tests;

namespace MicroCred.Simulation.RandomPeople;

/// <summary>Makes applications: most without a fault, of every level, some urgent, some asking for funding that can't be told by rules.</summary>
internal sealed class RandomApplications(Random random)
{
    private static readonly string[] Syllables = [.. from consonant in "bdfgklmnprstvw" from vowel in "aeiou" select $"{consonant}{vowel}"];

    private static readonly string[] Subjects = ["030501", "020113", "070301", "061300", "080399", "091103", "110101", "010399"];

    /// <summary>An application of a provider's.</summary>
    public AnApplication Next(Provider provider)
    {
        var (level, credits) = (random.Next(1, 11), random.Next(5, 41));
        var application = AnApplication
            .WithoutFault.By(provider)
            .With(content =>
                content with
                {
                    Title = Words(3),
                    Level = level,
                    Credits = credits,
                    LearningHours = 10 * credits,
                    Nzsced = Subjects[random.Next(Subjects.Length)],
                    Outcomes = [Words(6), Words(6)],
                    Standards = [],
                }
            );
        application = random.Next(8) switch
        {
            0 => Faulty(application),
            1 => application.Urgent(),
            _ => application,
        };
        return random.Next(5) < 2 ? AskingForFunding(application, level) : application;
    }

    /// <summary>The same without what makes it faulty.</summary>
    public static ApplicationContent Corrected(ApplicationContent content) =>
        content with
        {
            MicroCredential = content.MicroCredential! with
            {
                Credits = Math.Min(content.MicroCredential.Credits ?? 20, 40),
                LearningHours = 10 * Math.Min(content.MicroCredential.Credits ?? 20, 40),
                Purpose = content.MicroCredential.Purpose ?? "Prepares learners for work.",
            },
        };

    public string Words(int count) =>
        string.Join(
            ' ',
            Enumerable
                .Range(0, count)
                .Select(_ =>
                    CultureInfo.InvariantCulture.TextInfo.ToTitleCase(
                        string.Concat(Enumerable.Range(0, 3).Select(_ => Syllables[random.Next(Syllables.Length)]))
                    )
                )
        );

    private AnApplication Faulty(AnApplication application) =>
        random.Next(2) == 0
            ? application.With(content => content with { Credits = 41, LearningHours = 410 })
            : application.With(content => content with { Purpose = null });

    private AnApplication AskingForFunding(AnApplication application, int level) =>
        application.AskingForFunding(funding =>
            funding with
            {
                Fund =
                    level <= 2 ? Fund.Dq1To2
                    : level <= 7 ? Fund.Dq3To7
                    : Fund.Dq7To10,
                EmploymentOutcomes = random.Next(2) == 0 ? null : "Work in the field.",
                FeePerCredit = random.Next(4) == 0 ? 80m : 60m,
                RegulatoryCompliance = random.Next(10) == 0,
            }
        );
}
