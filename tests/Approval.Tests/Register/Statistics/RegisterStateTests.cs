namespace MicroCred.Approval.Tests;

public sealed class RegisterStateTests
{
    private static readonly RegisterEntry Entry = AnEntry.Of(AnApplication.WithoutFault);
    private static readonly DateOnly Day = new(2026, 6, 15);

    /// <summary>The last moment of the day in Auckland.</summary>
    private static readonly DateTimeOffset Midnight = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_entry_is_as_it_was_at_the_end_of_the_day() =>
        Assert.Equal(
            RegisterStatus.Expiring,
            Assert
                .Single(
                    RegisterState.On(
                        Day,
                        [
                            new(Midnight.AddDays(-2), Entry),
                            new(Midnight.AddSeconds(-1), Entry with { Status = RegisterStatus.Expiring }),
                            new(Midnight, Entry with { Status = RegisterStatus.Discontinued }),
                        ]
                    )
                )
                .Status
        );

    [Fact]
    public void One_that_was_first_logged_later_is_as_it_was_logged_first() =>
        Assert.Equal(
            RegisterStatus.Current,
            Assert
                .Single(
                    RegisterState.On(
                        Day,
                        [new(Midnight, Entry), new(Midnight.AddDays(1), Entry with { Status = RegisterStatus.Discontinued })]
                    )
                )
                .Status
        );

    [Fact]
    public void Entries_come_by_number() =>
        Assert.Equal(
            [1, 2],
            RegisterState.On(Day, [new(Midnight, Entry with { Number = 2 }), new(Midnight, Entry)]).Select(entry => entry.Number)
        );

    [Fact]
    public void What_was_discontinued_on_a_day_counts_until_the_day_before()
    {
        IReadOnlyList<RegisterState> states =
        [
            new(Midnight.AddYears(1), Entry),
            new(Midnight.AddYears(2), Entry with { Status = RegisterStatus.Discontinued }),
        ];
        Assert.Equal(1, TotalOn(WorkingDays.DayOf(states[1].At).AddDays(-1)));
        Assert.Equal(0, TotalOn(WorkingDays.DayOf(states[1].At)));

        int TotalOn(DateOnly day) => RegisterStatistics.Of(RegisterState.On(day, states), day).LevelByProviderType[^1].Total;
    }
}
