namespace MicroCred.Approval.Tests;

public sealed class EvaluatorProfileTests
{
    private static readonly EvaluatorProfile Everything = EvaluatorProfile.Of([]);

    private static readonly Application InReview = AnApplication
        .WithoutFault.With(content => content with { Nzsced = "030501", Level = 5 })
        .InReview();

    [Fact]
    public void Who_names_the_field_fits_better_than_who_takes_all_and_that_one_better_than_who_names_others()
    {
        var named = Everything with { Fields = ["09", "03"] };
        var other = Everything with { Fields = ["09"] };

        Assert.True(named.FitFor(InReview) > Everything.FitFor(InReview));
        Assert.True(Everything.FitFor(InReview) > other.FitFor(InReview));
    }

    [Fact]
    public void The_field_matters_before_the_level()
    {
        LevelRange high = new(Level.Create(6), Level.Create(10));

        Assert.True(Everything.FitFor(InReview) > (Everything with { Levels = high }).FitFor(InReview));
        Assert.True((Everything with { Fields = ["03"], Levels = high }).FitFor(InReview) > Everything.FitFor(InReview));
    }

    [Theory]
    [InlineData("2027-02-28", false)]
    [InlineData("2027-03-01", true)]
    [InlineData("2027-03-05", true)]
    [InlineData("2027-03-06", false)]
    public void Both_days_of_an_absence_belong_to_it(string day, bool away) =>
        Assert.Equal(
            away,
            (Everything with { Absences = [new(new(2027, 3, 1), new(2027, 3, 5))] }).AbsenceOn(
                DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)
            )
                is not null
        );
}
