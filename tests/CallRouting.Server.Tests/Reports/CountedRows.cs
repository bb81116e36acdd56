using CallRouting.Core.Reports;
using CallRouting.Server.Database;
using CallRouting.Server.Reports;
using NodaTime;

namespace CallRouting.Server.Tests.Reports;

/// <summary>Counted transfers for tests: some written down by hand, many drawn by lot.</summary>
internal sealed class CountedRows(CountedTransferStore rows, DailyTransferStore days)
{
    private static readonly string[] Units = ["0104", "0238", "1580"];
    private static readonly string[] Areas = ["", "3002", "1507", "1580"];
    private static readonly string[] Languages = ["nb", "nn", "en"];

    private int made;

    public static LocalDate Wednesday { get; } = new(2026, 11, 18);

    public CountedTransfer One(Ending ending, string unit = "0104", string area = "3103", int day = 0, int? seconds = null) =>
        new()
        {
            Transfer = $"transfer-{++made:00000}",
            Unit = unit,
            Line = $"{unit}-general",
            Area = area,
            Day = Wednesday.PlusDays(day),
            HalfHour = 20,
            Way = Way.Transferred,
            Ending = ending,
            Rung = ending == Ending.Accepted ? 1 : null,
            SecondsToAccept = ending == Ending.Accepted ? seconds ?? 11 : null,
            CountsAgainstOffice = ending == Ending.Exhausted,
        };

    public CountedTransfer AnyOf(Random random) =>
        One(
            (Ending)random.Next(Enum.GetValues<Ending>().Length),
            Units[random.Next(Units.Length)],
            Areas[random.Next(Areas.Length)],
            random.Next(5),
            random.Next(60)
        ) with
        {
            HalfHour = random.Next(48),
            Way = (Way)random.Next(Enum.GetValues<Way>().Length),
            Urgent = random.Next(4) == 0,
            Language = Languages[random.Next(Languages.Length)],
            TargetGroup = random.Next(5) == 0 ? "youth" : "",
            ByNeighbour = random.Next(6) == 0,
            SecondsToGiveUp = random.Next(90),
            SecondsInQueue = random.Next(4) == 0 ? random.Next(9) : 0,
            LostAfterwards = random.Next(9) == 0,
            Misrouted = random.Next(9) == 0,
        };

    /// <summary>As the server does it: begun, over, and its day stale.</summary>
    public async Task Write(CountedTransfer one, UnitOfWork unit)
    {
        await rows.Add(CountedTransferRow.Of(one, isOver: false), unit);
        await rows.Keep(CountedTransferRow.Of(one), unit);
        await days.MakeStale(one.Day, unit);
    }
}
