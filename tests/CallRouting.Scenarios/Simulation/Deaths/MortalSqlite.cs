using System.Data.Common;
using CallRouting.Server.Database;

namespace CallRouting.Scenarios.Simulation.Deaths;

/// <summary>The database as one process sees it: reachable while the process lives, and a place to die at.</summary>
public sealed class MortalSqlite(DatabaseOptions options, Life life, KillPlan kills) : SqliteEngine(options.File, options.Durable)
{
    public override Task<DbConnection> Open(CancellationToken cancel)
    {
        life.MustGoOn();
        return base.Open(cancel);
    }

    public override Task Commit(DbTransaction transaction, CancellationToken cancel) =>
        kills.AroundCommit(life, () => base.Commit(transaction, cancel));
}

/// <inheritdoc cref="MortalSqlite"/>
public sealed class MortalPostgres(DatabaseOptions options, Life life, KillPlan kills) : PostgresEngine(options.ConnectionString!)
{
    public override Task<DbConnection> Open(CancellationToken cancel)
    {
        life.MustGoOn();
        return base.Open(cancel);
    }

    public override Task Commit(DbTransaction transaction, CancellationToken cancel) =>
        kills.AroundCommit(life, () => base.Commit(transaction, cancel));
}
