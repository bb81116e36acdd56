using System.Data;
using System.Data.Common;
using CallRouting.Server.Database;

namespace CallRouting.Scenarios.Simulation.Deaths;

/// <summary>The database as one process sees it: reachable while the process lives, a place to die at, and sometimes in trouble.</summary>
public sealed class MortalSqlite(DatabaseOptions options, Life life, KillPlan kills, Trouble trouble)
    : SqliteEngine(options.File, options.Durable)
{
    public override Task<DbConnection> Open(CancellationToken cancel)
    {
        life.MustGoOn();
        return base.Open(cancel);
    }

    public override ValueTask<DbTransaction> BeginWriting(DbConnection connection, CancellationToken cancel)
    {
        trouble.Lock();
        return base.BeginWriting(connection, cancel);
    }

    public override Task Commit(DbTransaction transaction, CancellationToken cancel)
    {
        trouble.Fill();
        return kills.AroundCommit(life, () => base.Commit(transaction, cancel));
    }
}

/// <inheritdoc cref="MortalSqlite"/>
public sealed class MortalPostgres(DatabaseOptions options, Life life, KillPlan kills) : PostgresEngine(options.ConnectionString!)
{
    /// <summary>Whoever has a connection is about to hear from the server, so the clock waits until it is given back.</summary>
    public override async Task<DbConnection> Open(CancellationToken cancel)
    {
        life.MustGoOn();
        var over = Turns.Elsewhere();
        try
        {
            var connection = await base.Open(cancel);
            connection.StateChange += (_, now) =>
            {
                if (now.CurrentState == ConnectionState.Closed)
                {
                    over();
                }
            };
            return connection;
        }
        catch
        {
            over();
            throw;
        }
    }

    public override Task Commit(DbTransaction transaction, CancellationToken cancel) =>
        kills.AroundCommit(life, () => base.Commit(transaction, cancel));
}
