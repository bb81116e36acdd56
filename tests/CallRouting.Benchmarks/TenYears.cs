using System.Globalization;
using CallRouting.Core.Offices;
using CallRouting.Core.Reports;
using CallRouting.Server.Reports;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace CallRouting.Benchmarks;

/// <summary>
/// Transfers of ten years, by the assumptions for simulated figures: weekdays, months, half hours, offices of all sizes, good ones and bad.
/// The same numbers for the same seed. Straight into the table, in big transactions.
/// </summary>
internal sealed class TenYears(Places places, int transfers, int seed)
{
    public static readonly LocalDate First = new(2016, 11, 1);
    public static readonly LocalDate Last = new(2026, 10, 31);

    // Nothing here has to outlive the machine.
    private const string InAHurry = "pragma synchronous = off; pragma cache_size = -400000;";

    private const int RingSeconds = 25;
    private const double MedianPickUp = 11;
    private const double SpreadOfPickUp = 0.568;
    private const double MedianPatience = 150;
    private const double HundredPercent = 100;

    private static readonly double[] Weekdays = [1.25, 1.05, 0.97, 0.90, 0.83, 0, 0];
    private static readonly double[] HalfHours = [10.5, 11.0, 10.5, 9.8, 8.6, 7.4, 7.2, 8.0, 8.4, 7.6, 6.4, 4.6];
    private static readonly double[] Steps = [0.70, 0.55, 0.50];

    private readonly Random random = new(seed);
    private readonly OpeningHours hours = OpeningHours.Default;
    private int made;

    public IReadOnlyList<Place> Offices { get; private set; } = [];

    /// <summary>Writes all of it; tells after each day how many there are.</summary>
    public void Write(string connectionString, Action<int> told)
    {
        Offices = [.. places.Offices(Last).Select(Place.Of(places, random))];
        var days = OpenDays();
        var each = transfers / days.Sum(day => day.Weight);
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var hurry = connection.CreateCommand();
        hurry.CommandText = InAHurry;
        hurry.ExecuteNonQuery();
        foreach (var month in days.GroupBy(day => day.Date.ToYearMonth()))
        {
            using var transaction = connection.BeginTransaction();
            using var insert = new InsertRow(connection, transaction);
            foreach (var day in month)
            {
                WriteDay(day.Date, (int)Math.Round(each * day.Weight), insert);
            }
            transaction.Commit();
            told(made);
        }
    }

    /// <summary>As many as a usual day has, of one day more.</summary>
    public int WriteDayMore(string connectionString, LocalDate day)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var insert = new InsertRow(connection, transaction);
        var count = transfers / OpenDays().Count;
        WriteDay(day, count, insert);
        transaction.Commit();
        return count;
    }

    private List<(LocalDate Date, double Weight)> OpenDays() =>
        [
            .. new DateInterval(First, Last)
                .Where(hours.IsWorkingDay)
                .Select(date => (date, Weekdays[(int)date.DayOfWeek - 1] * Season(date))),
        ];

    private static double Season(LocalDate date) =>
        (date.Month == 7 ? 0.8 : 1) * (date is { Month: 12, Day: >= 15 and <= 23 } ? 1.25 : 1) * (date.Day is >= 25 or <= 3 ? 1.2 : 1);

    private void WriteDay(LocalDate day, int count, InsertRow insert)
    {
        var total = Offices[^1].UpTo;
        for (var i = 0; i < count; i++)
        {
            var at = random.NextDouble() * total;
            var (low, high) = (0, Offices.Count - 1);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = Offices[middle].UpTo < at ? (middle + 1, high) : (low, middle);
            }
            insert.Write(Draw(Offices[low], day));
        }
        made += count;
        insert.Stale(day);
    }

    private CountedTransfer Draw(Place office, LocalDate day)
    {
        var began = new CountedTransfer
        {
            Transfer = string.Create(
                CultureInfo.InvariantCulture,
                $"{DayNumber(day):x8}-{random.Next(0x10000):x4}-7000-8000-{made:x4}{random.Next():x8}"
            ),
            Unit = office.Unit,
            Line = office.Unit + "-general",
            Area = office.Areas[random.Next(office.Areas.Count)],
            Day = day,
            HalfHour = 18 + Pick(HalfHours),
            Way = random.Next(10) switch
            {
                0 => Way.OwnNumber,
                < 4 => Way.Menu,
                _ => Way.Transferred,
            },
            Urgent = Chance(0.12),
            Language =
                Chance(0.12) ? "nn"
                : Chance(0.11) ? "en"
                : "nb",
            Ending = Ending.Ours,
            SecondsInQueue = Chance(0.03) ? random.Next(1, 6) : 0,
        };
        return Chance(0.005) ? began : Rung(began, office);
    }

    private CountedTransfer Rung(CountedTransfer began, Place office)
    {
        var patience = -Math.Log(random.NextDouble()) * MedianPatience / Math.Log(2);
        for (var step = 0; step < Steps.Length; step++)
        {
            var pickUp = Math.Min(RingSeconds, MedianPickUp * Math.Exp(SpreadOfPickUp * Normal()));
            var accepts = Chance(Steps[step] * office.Care);
            var until = step * RingSeconds + (accepts ? pickUp : RingSeconds);
            if (patience < until)
            {
                return began with
                {
                    Ending = patience < Counting.Short ? Ending.ShortAbandoned : Ending.Abandoned,
                    SecondsToGiveUp = (int)patience,
                };
            }
            if (accepts)
            {
                return began with { Ending = Ending.Accepted, Rung = step + 1, SecondsToAccept = (int)until, Misrouted = Chance(0.02) };
            }
        }
        return began with { Ending = Ending.Exhausted, CountsAgainstOffice = true };
    }

    private int Pick(double[] shares)
    {
        var at = random.NextDouble() * HundredPercent;
        var index = 0;
        while (index < shares.Length - 1 && at > shares[index])
        {
            at -= shares[index++];
        }
        return index;
    }

    private bool Chance(double share) => random.NextDouble() < share;

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static int DayNumber(LocalDate day) => Period.DaysBetween(First, day);

    /// <summary>An office, as large as it may be and as well kept.</summary>
    /// <param name="Care">1: as the duty phone should be; 0.2: as it was before 2021.</param>
    /// <param name="UpTo">The sizes of this one and all before it.</param>
    internal sealed record Place(string Unit, IReadOnlyList<string> Areas, double Care, double UpTo)
    {
        public static Func<Office, Place> Of(Places places, Random random)
        {
            var upTo = 0.0;
            return office =>
            {
                upTo += Math.Exp(1.1 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2);
                var areas = places.AreasOf(office.Unit, Last).Select(area => area.AreaCode[..4]).Distinct().ToList();
                var care = random.Next(20) switch
                {
                    0 => 0.2,
                    < 4 => 0.6,
                    _ => 1.0,
                };
                return new(office.Unit.Value, areas.Count == 0 ? [""] : areas, care, upTo);
            };
        }
    }
}
