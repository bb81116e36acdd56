using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Core.Supervision;
using CallRouting.Server.Database;
using CallRouting.Server.Offices;
using NodaTime;

namespace CallRouting.Server.Supervision;

/// <summary>What goes on now and today, of a county or of the country.</summary>
public sealed class Wallboard(WallboardStore store, AnsweredShares shares, PlacesInForce registers)
{
    /// <summary>Counted once; each county is a part of it.</summary>
    public async Task<WallboardCount> Count(Instant now, UnitOfWork unit)
    {
        var today = now.OsloDate();
        return new(
            now,
            await store.Waiting(unit),
            await store.Ringing(unit),
            await shares.Of(new(today, today), unit),
            await store.Gaps(today, unit),
            await store.GapsLookedAt(today, unit),
            await store.Overdue(now, unit),
            office => registers.Places.CountyOf(new UnitNumber(office), today)
        );
    }

    /// <summary>The counties of the registers, by name.</summary>
    public IReadOnlyList<string> Counties(Instant now) =>
        [
            .. registers
                .Places.Offices(now.OsloDate())
                .Select(office => registers.Places.CountyOf(office.Unit, now.OsloDate()))
                .OfType<string>()
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
}

/// <summary>What was counted of the country at a moment, office by office.</summary>
public sealed record WallboardCount(
    Instant At,
    IReadOnlyList<CountRow> Waiting,
    IReadOnlyList<CountRow> Ringing,
    IReadOnlyList<AnsweredRow> Answered,
    IReadOnlyList<CountRow> Gaps,
    Instant? GapsLookedAt,
    IReadOnlyList<CountRow> Overdue,
    Func<string, string?> CountyOf
)
{
    /// <param name="county">Empty: the country, with what has no office.</param>
    public WallboardFigures Of(string county)
    {
        var waiting = Waiting.Where(row => IsIn(row.UnitNumber)).ToList();
        var answered = Answered.Where(row => IsIn(row.UnitNumber)).ToList();
        var first = waiting.Where(row => row.Since is not null).Select(row => row.Since).Min();
        return new(
            waiting.Sum(row => row.Count),
            first is null ? Duration.Zero : At - first.Value,
            Sum(Ringing),
            answered.Sum(row => row.Offered),
            answered.Sum(row => row.Accepted),
            GapsLookedAt is null ? null : Sum(Gaps),
            Sum(Overdue)
        );

        int Sum(IEnumerable<CountRow> rows) => rows.Where(row => IsIn(row.UnitNumber)).Sum(row => row.Count);
        bool IsIn(string office) => county.Length == 0 || (office.Length > 0 && CountyOf(office) == county);
    }
}

/// <param name="Gaps">Lines that nobody keeps for a part of today; null: today's have not been looked at.</param>
public sealed record WallboardFigures(int Waiting, Duration LongestWait, int Ringing, int Offered, int Accepted, int? Gaps, int Overdue)
{
    /// <summary>Of nothing there is no share, and of little none that is to wake anybody.</summary>
    private const int LeastOffered = 10;

    /// <summary>As an alarm weighs it; null: nothing can be said.</summary>
    public double? Value(WallFigure figure) =>
        figure switch
        {
            WallFigure.Waiting => Waiting,
            WallFigure.LongestWait => LongestWait.TotalMinutes,
            WallFigure.RingingLadders => Ringing,
            WallFigure.AnsweredShare => Offered < LeastOffered ? null : 100.0 * Accepted / Offered,
            WallFigure.GapsToday => Gaps,
            WallFigure.OverdueCallbacks => Overdue,
            _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, "The wallboard has no such figure."),
        };
}
