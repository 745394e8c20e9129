namespace MicroCred.Approval;

/// <summary>Easter Sunday, by the Gregorian computus in the form that Nature published anonymously in 1876.</summary>
internal static class Easter
{
    public static DateOnly Sunday(int year)
    {
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var golden = year % 19;
        var correction = (century + 8) / 25;
        var epact = ((19 * golden) + century - (century / 4) - ((century - correction + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var (month, day) = Math.DivRem(epact + weekday - (7 * late) + 114, 31);
        return new(year, month, day + 1);
    }
}
