using CallRouting.Scenarios.Day;
using Microsoft.Data.Sqlite;

namespace CallRouting.Scenarios.Simulation.Deaths;

/// <summary>Short times in which the database takes nothing: somebody else has locked the file, or the disk is full. Each passes by itself.</summary>
/// <param name="every">The mean time between two; null: never.</param>
public sealed class Trouble(TimeSpan? every, Draws draws, TimeProvider clock)
{
    public const string Locked = "database-locked";
    public const string Full = "disk-full";

    private const int Busy = 5;
    private const int DiskFull = 13;
    private const double Longest = 6;

    private readonly Dictionary<string, int> counts = new() { [Locked] = 0, [Full] = 0 };
    private DateTimeOffset from = DateTimeOffset.MaxValue;
    private DateTimeOffset? until;
    private bool full;

    /// <summary>How many of each kind there were.</summary>
    public IReadOnlyDictionary<string, int> Counts => counts;

    /// <summary>When the latest of them passes, or passed.</summary>
    public DateTimeOffset Passes { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>Not now: a process is starting, and one that cannot would only be started again.</summary>
    public bool IsAway { get; set; }

    /// <summary>From now on there is trouble now and then.</summary>
    public void Begins() => PlanNext();

    public void NoMore() => from = DateTimeOffset.MaxValue;

    /// <summary>Before a transaction begins.</summary>
    public void Lock()
    {
        if (IsOn() && !full)
        {
            throw new SqliteException("database is locked", Busy);
        }
    }

    /// <summary>Before a transaction is committed.</summary>
    public void Fill()
    {
        if (IsOn() && full)
        {
            throw new SqliteException("database or disk is full", DiskFull);
        }
    }

    private bool IsOn()
    {
        var now = clock.GetUtcNow();
        if (now < from || IsAway)
        {
            return false;
        }
        if (until is null)
        {
            // Whoever comes first finds it so.
            (until, full) = (now + draws.Between(0.2, Longest), draws.Chance(0.5));
            Passes = until.Value;
            counts[full ? Full : Locked]++;
        }
        if (now <= until)
        {
            return true;
        }
        PlanNext();
        return false;
    }

    private void PlanNext()
    {
        if (every is { } mean)
        {
            (from, until) = (clock.GetUtcNow() + mean * (0.3 + draws.Share() * 1.4), null);
        }
    }
}
