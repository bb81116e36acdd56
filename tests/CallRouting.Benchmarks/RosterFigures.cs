using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CallRouting.Core.Rosters;

namespace CallRouting.Benchmarks;

/// <summary>What rosters cost, in one run of less than two minutes; <see cref="RosterTime"/> measures the same with more patience.</summary>
/// <param name="OnDutyMicroseconds">Who is on duty on a line: asked at every call.</param>
/// <param name="ShiftsYearMs">A line's shifts of a year.</param>
/// <param name="CoverageYearSeconds">255 offices, every hour of a year, every finding.</param>
/// <param name="PublishQuarterSeconds">255 drafts checked and published by the server into a database file; the best of three.</param>
/// <param name="RssMb">The process after all of it.</param>
public sealed record RosterFigures(
    double OnDutyMicroseconds,
    double ShiftsYearMs,
    double CoverageYearSeconds,
    double PublishQuarterSeconds,
    double RssMb
)
{
    private const int Offices = 255;

    public static async Task Tell(bool onlyJson)
    {
        var publish = await PublishedQuarter.Seconds(Offices);
        for (var again = 1; again < 3; again++)
        {
            publish = Math.Min(publish, await PublishedQuarter.Seconds(Offices));
        }
        var time = new RosterTime();
        var figures = new RosterFigures(
            Rounded(1e6 * Typical(2_000, 20, () => time.Asked())),
            Rounded(1e3 * Typical(500, 1, () => time.Shifts())),
            Rounded(Least(5, () => time.Covered())),
            Rounded(publish),
            Math.Round(Process.GetCurrentProcess().WorkingSet64 / 1e6)
        );
        if (!onlyJson)
        {
            Console.WriteLine(figures.InWords());
        }
        Console.WriteLine(JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
    }

    private string InWords() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            who is on duty                              {OnDutyMicroseconds, 10} µs   at most 20
            a line's shifts of a year                   {ShiftsYearMs, 10} ms   at most 1
            coverage of {Offices} offices, a year             {CoverageYearSeconds, 10} s    at most 1
            {Offices} offices published for a quarter         {PublishQuarterSeconds, 10} s    at most 5
            memory of the process                       {RssMb, 10} MB
            """
        );

    /// <summary>Seconds for one: the median of rounds that are shorter than what a busy machine gives at a time, the first half not counted.</summary>
    private static double Typical<T>(int rounds, int times, Func<T> what)
    {
        var seconds = Rounds(rounds, times, what).Skip(rounds / 2).Order().ToList();
        return seconds[seconds.Count / 2];
    }

    /// <summary>Seconds for one that takes longer than that: the quickest, which others disturbed least.</summary>
    private static double Least<T>(int rounds, Func<T> what) => Rounds(rounds, 1, what).Min();

    private static List<double> Rounds<T>(int rounds, int times, Func<T> what)
    {
        var seconds = new List<double>(rounds);
        for (var round = 0; round < rounds; round++)
        {
            var begin = TimeProvider.System.GetTimestamp();
            for (var i = 0; i < times; i++)
            {
                what();
            }
            seconds.Add(TimeProvider.System.GetElapsedTime(begin).TotalSeconds / times);
        }
        return seconds;
    }

    private static double Rounded(double value) => Math.Round(value, 3);
}
