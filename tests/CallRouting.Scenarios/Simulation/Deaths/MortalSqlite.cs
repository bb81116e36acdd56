using System.Data.Common;
using CallRouting.Server.Database;

namespace CallRouting.Scenarios.Simulation.Deaths;

/// <summary>The database as one process sees it: reachable while the process lives, and a place to die at.</summary>
public sealed class MortalSqlite(string file, Life life, KillPlan kills) : SqliteEngine(file, durable: false)
{
    public override async Task Commit(DbTransaction transaction, CancellationToken cancel)
    {
        life.MustGoOn();
        if (kills.Strikes(KillPoint.BeforeCommit))
        {
            life.Ends();
            life.MustGoOn();
        }
        await base.Commit(transaction, cancel);
        if (kills.Strikes(KillPoint.AfterCommit))
        {
            life.Ends();
            life.MustGoOn();
        }
    }

    public override Task<DbConnection> Open(CancellationToken cancel)
    {
        life.MustGoOn();
        return base.Open(cancel);
    }
}
