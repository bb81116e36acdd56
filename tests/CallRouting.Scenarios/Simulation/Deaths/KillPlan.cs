using CallRouting.Scenarios.Day;

namespace CallRouting.Scenarios.Simulation.Deaths;

/// <summary>Where a process can be when it is killed.</summary>
public enum KillPoint
{
    /// <summary>Doing nothing that anybody can see.</summary>
    Anywhere,

    /// <summary>What it has written is lost.</summary>
    BeforeCommit,

    /// <summary>What it has written is there, and nobody has been told.</summary>
    AfterCommit,

    /// <summary>A request to the provider never leaves.</summary>
    BeforeRequest,

    /// <summary>The provider has done as asked, and the answer is not heard.</summary>
    AfterRequest,

    /// <summary>The provider has asked, and no answer leaves.</summary>
    BeforeAnswer,
}

/// <summary>When and where processes of a world are killed, by its own draws.</summary>
/// <param name="every">The mean time between two deaths; null: nobody dies.</param>
public sealed class KillPlan(TimeSpan? every, Draws draws, TimeProvider clock)
{
    private static readonly KillPoint[] Points = Enum.GetValues<KillPoint>();

    /// <summary>A point that nobody comes to must not let a process live for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private const int MostCrossings = 12;
    private const double LongestOutage = 30;

    private DateTimeOffset? at;
    private KillPoint point;
    private int crossings;

    /// <summary>When the process must die at the latest; null while no death is planned.</summary>
    public DateTimeOffset? Latest => at + (point == KillPoint.Anywhere ? TimeSpan.Zero : Patience);

    /// <summary>Plans the next death, some time from now.</summary>
    public void Next()
    {
        if (every is { } mean)
        {
            at = clock.GetUtcNow() + mean * (0.5 + draws.Share());
            point = draws.Of(Points);
            crossings = 1 + draws.Below(MostCrossings);
        }
    }

    public void NoMore() => at = null;

    /// <summary>A process has come to a point. Whether that is where it dies.</summary>
    public bool Strikes(KillPoint here)
    {
        if (here != point || !(clock.GetUtcNow() >= at) || --crossings > 0)
        {
            return false;
        }
        at = null;
        return true;
    }

    /// <summary>A commit, with the two places to die that are beside it.</summary>
    public async Task AroundCommit(Life life, Func<Task> commit)
    {
        life.MustGoOn();
        if (Strikes(KillPoint.BeforeCommit))
        {
            life.Ends();
            life.MustGoOn();
        }
        await commit();
        if (Strikes(KillPoint.AfterCommit))
        {
            life.Ends();
            life.MustGoOn();
        }
    }

    /// <summary>Whether the time for a death is over without its point having been reached.</summary>
    public bool IsOverdue => clock.GetUtcNow() >= Latest;

    /// <summary>How long until the next process starts.</summary>
    public TimeSpan Outage() => draws.Chance(0.3) ? TimeSpan.Zero : draws.Between(0, LongestOutage);
}
