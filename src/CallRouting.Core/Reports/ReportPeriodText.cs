using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;

namespace CallRouting.Core.Reports;

/// <summary>Periods as they are written: ISO 8601 where it has a word, and Q and T (tertial) where it has none.</summary>
internal static partial class ReportPeriodText
{
    public static string Write(ReportPeriod period) =>
        period.Kind switch
        {
            PeriodKind.Day => Date(period.First),
            PeriodKind.Week => string.Create(
                CultureInfo.InvariantCulture,
                $"{WeekYearRules.Iso.GetWeekYear(period.First):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(period.First):00}"
            ),
            PeriodKind.Month => period.First.ToString("uuuu-MM", CultureInfo.InvariantCulture),
            PeriodKind.Quarter => Part(period, 'Q', 3),
            PeriodKind.Third => Part(period, 'T', 4),
            PeriodKind.Year => period.First.ToString("uuuu", CultureInfo.InvariantCulture),
            _ => $"{Date(period.First)}/{Date(period.Last)}",
        };

    public static ReportPeriod? Read(string text) =>
        text.Split('/') is [var from, var to]
            ? Day(from) is { } first && Day(to) is { } last && first <= last
                ? ReportPeriod.Between(first, last)
                : null
            : Day(text) is { } day
                ? ReportPeriod.Around(day, PeriodKind.Day)
                : Year().Match(text) is { Success: true } year
                    ? ReadWithin(Number(year, 1), year.Groups[2].Value, year.Groups[3].Value)
                    : null;

    private static ReportPeriod? ReadWithin(int year, string letter, string digits)
    {
        var number = digits.Length == 0 ? 1 : int.Parse(digits, CultureInfo.InvariantCulture);
        return (letter, digits.Length) switch
        {
            ("", 0) => ReportPeriod.Around(new(year, 1, 1), PeriodKind.Year),
            ("", 2) when number is >= 1 and <= 12 => ReportPeriod.Around(new(year, number, 1), PeriodKind.Month),
            ("W", 2) when number >= 1 && number <= WeekYearRules.Iso.GetWeeksInWeekYear(year) => ReportPeriod.Around(
                WeekYearRules.Iso.GetLocalDate(year, number, IsoDayOfWeek.Monday),
                PeriodKind.Week
            ),
            ("Q", 1) when number is >= 1 and <= 4 => ReportPeriod.Around(new(year, number * 3, 1), PeriodKind.Quarter),
            ("T", 1) when number is >= 1 and <= 3 => ReportPeriod.Around(new(year, number * 4, 1), PeriodKind.Third),
            _ => null,
        };
    }

    private static string Part(ReportPeriod period, char letter, int months) =>
        string.Create(CultureInfo.InvariantCulture, $"{period.First.Year:0000}-{letter}{(period.First.Month - 1) / months + 1}");

    private static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static LocalDate? Day(string text) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day) ? day : null;

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^([12][0-9]{3})(?:-([WQT]?)([0-9]{1,2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
