using System.Text.Json;
using CallRouting.Core.Calls;
using CallRouting.Server.Database;

namespace CallRouting.Scenarios.Day;

/// <summary>What a day came to. Waits are seconds, errors of the told wait minutes, shares of one.</summary>
/// <param name="WaitOnLine">From the queue to the agent, of those who stayed on the line.</param>
/// <param name="WaitOfKeptPlaces">From the queue until rung, of those who pressed 5.</param>
/// <param name="Occupancy">The agents' time with a call or finishing one up, of their time at work.</param>
/// <param name="Lost">Callers in need who met nobody and are owed nothing, and calls that never ended: breaches of invariants 1 and 3.</param>
public sealed record Figures(
    int Offered,
    int ReachedQueue,
    int AnsweredByAgents,
    double AnsweredWithin30S,
    double AnsweredWithin180S,
    Spread WaitOnLine,
    Spread WaitOfKeptPlaces,
    ToldWait ToldOnLine,
    ToldWait ToldKeptPlaces,
    int AbandonedInQueue,
    int KeptPlace,
    int KeptPlaceReached,
    int KeptPlaceNotReached,
    int KeptPlaceForTomorrow,
    int SentDirectWaitOver,
    int SentDirectPoolEmpty,
    int ConnectedWithOfficer,
    int TransfersUnanswered,
    int TransfersAbandoned,
    int CallbacksOwed,
    int CallbacksSettled,
    int CallbacksOpen,
    int LongestQueueOnLine,
    int LongestQueueInAll,
    double Occupancy,
    int Lost
)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Web) { WriteIndented = false };

    public static async Task<Figures> Of(SimulatedDay day, IReadOnlyCollection<string> breaches)
    {
        var tracks = day.Ledger.Tracks;
        var queued = tracks.Where(track => track.Queued is not null).ToList();
        var kept = tracks.Where(track => track.KeptPlace is not null).ToList();
        var onLine = queued.Where(track => track is { WithAgent: not null, KeptPlace: null }).ToList();
        var counts = await day.World.Read(Counts.Of);
        return new(
            tracks.Count,
            queued.Count,
            tracks.Count(track => track.WithAgent is not null),
            Within(30, onLine, queued.Count),
            Within(180, onLine, queued.Count),
            Spread.Of(onLine.Select(track => track.WithAgent!.Value - track.Queued!.Value)),
            Spread.Of(kept.Where(track => track.RungInTurn is not null).Select(track => track.RungInTurn!.Value - track.Queued!.Value)),
            ToldWait.Of(onLine, track => track.WithAgent),
            ToldWait.Of(kept, track => track.RungInTurn),
            tracks.Count(track => track.LeftQueue),
            kept.Count,
            kept.Count(track => track.WithAgent > track.KeptPlace),
            kept.Count(track => track.Ended == Ends.MissedTurn),
            kept.Count(track => track.Ended is null),
            tracks.Count(track => track.SentDirect == Entries.WaitOver),
            tracks.Count(track => track.SentDirect == Entries.PoolEmpty),
            tracks.Count(track => track.Connected is not null),
            counts.Unanswered,
            counts.Abandoned,
            counts.Owed,
            counts.Settled,
            counts.Owed - counts.Settled,
            day.Ledger.LongestQueue.OnLine,
            day.Ledger.LongestQueue.All,
            Math.Round(counts.Busy / day.TimeAtWork, 3),
            breaches.Count
        );
    }

    public string Json() => JsonSerializer.Serialize(this, Readable);

    /// <summary>One line a figure.</summary>
    public string Table() => string.Join('\n', GetType().GetProperties().Select(figure => $"{figure.Name, -24} {figure.GetValue(this)}"));

    private static double Within(int seconds, IEnumerable<Track> answered, int of) =>
        Math.Round(
            answered.Count(track => track.WithAgent!.Value - track.Queued!.Value <= TimeSpan.FromSeconds(seconds))
                / (double)Math.Max(1, of),
            3
        );

    /// <summary>What only the database counts.</summary>
    private sealed record Counts(int Unanswered, int Abandoned, int Owed, int Settled, TimeSpan Busy)
    {
        public static async Task<Counts> Of(UnitOfWork unit) =>
            new(
                await Count("select count(*) from transfers where state = 'Unanswered' and kind <> 'Callback'", unit),
                await Count("select count(*) from transfers where state = 'Abandoned' and kind <> 'Callback'", unit),
                await Count("select count(*) from callbacks", unit),
                await Count("select count(*) from callbacks where state = 'settled'", unit),
                TimeSpan.FromMicroseconds(
                    await unit.Find<long?>(
                        "select sum(coalesce(done_at, ended_at) - rung_at) from talks where ended_at is not null",
                        new { }
                    ) ?? 0
                )
            );

        private static async Task<int> Count(string sql, UnitOfWork unit) => (int)await unit.Find<long>(sql, new { });
    }
}

/// <summary>How long something lasted, in seconds.</summary>
public sealed record Spread(int Count, double Median, double P90, double Longest)
{
    public static Spread Of(IEnumerable<TimeSpan> some)
    {
        var sorted = some.Select(each => Math.Round(each.TotalSeconds, 1)).Order().ToList();
        return sorted.Count == 0 ? new(0, 0, 0, 0) : new(sorted.Count, sorted[sorted.Count / 2], sorted[sorted.Count * 9 / 10], sorted[^1]);
    }
}

/// <summary>
/// The wait as it was said first, against the wait from then on, in minutes. What is said is rounded up, so half a minute of the bias is meant.
/// </summary>
/// <param name="MeanError">Told minus real: above zero, too long was said.</param>
public sealed record ToldWait(int Count, double MeanTold, double MeanReal, double MeanError, double MeanAbsoluteError, double WithinAMinute)
{
    public static ToldWait Of(IEnumerable<Track> tracks, Func<Track, DateTimeOffset?> reached)
    {
        var pairs = tracks
            .Select(track => (Said: track.Caller.Waits.FirstOrDefault(said => said.Minutes is not null), Reached: reached(track)))
            .Where(pair => pair.Said is not null && pair.Reached > pair.Said.At)
            .Select(pair => (Told: (double)pair.Said!.Minutes!.Value, Real: (pair.Reached!.Value - pair.Said.At).TotalMinutes))
            .ToList();
        return pairs.Count == 0
            ? new(0, 0, 0, 0, 0, 0)
            : new(
                pairs.Count,
                Math.Round(pairs.Average(pair => pair.Told), 2),
                Math.Round(pairs.Average(pair => pair.Real), 2),
                Math.Round(pairs.Average(pair => pair.Told - pair.Real), 2),
                Math.Round(pairs.Average(pair => Math.Abs(pair.Told - pair.Real)), 2),
                Math.Round(pairs.Average(pair => Math.Abs(pair.Told - pair.Real) <= 1 ? 1.0 : 0.0), 3)
            );
    }
}
