using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CallRouting.Server.Database;

/// <summary>The default: one machine, one file, write-ahead log, every commit on disk before it is acknowledged.</summary>
public class SqliteEngine(string file, bool durable = true) : Engine(SqliteFactory.Instance, ConnectionString(file)), IDisposable
{
    private const int Busy = 5;
    private const int Constraint = 19;

    private readonly ConcurrentBag<PreparedConnection> idle = [];
    private volatile bool isClosed;

    public override string Name => "SQLite";

    public override string CountTables => "select count(*) from sqlite_master where type = 'table' and name = @table";

    public override string Spell(string word) =>
        word switch
        {
            "id" => "text collate binary",
            "text" or "longtext" => "text",
            "instant" or "number" or "flag" => "integer",
            "no" => "0",
            "bytes" => "blob",
            "sequence" => "integer primary key autoincrement",
            _ => throw new ArgumentException($"The migrations have no column-type word \"{word}\".", nameof(word)),
        };

    public override bool IsLostRace(DbException exception) => exception is SqliteException { SqliteErrorCode: Busy or Constraint };

    /// <summary>A connection that has been used before, statements and all, or a new one.</summary>
    public override async Task<DbConnection> Open(CancellationToken cancel) =>
        idle.TryTake(out var open) ? open : new PreparedConnection((SqliteConnection)await base.Open(cancel), GiveBack);

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        isClosed = true;
        while (idle.TryTake(out var open))
        {
            open.CloseForGood();
        }
    }

    // Immediate: a transaction that will write takes the lock at once, instead of failing when it upgrades.
    public override ValueTask<DbTransaction> BeginWriting(DbConnection connection, CancellationToken cancel) =>
        ValueTask.FromResult<DbTransaction>(((PreparedConnection)connection).BeginImmediate());

    protected override Task Prepare(DbConnection connection, CancellationToken cancel) =>
        connection.ExecuteAsync(
            $"pragma journal_mode = wal; pragma synchronous = {(durable ? "full" : "off")}; pragma foreign_keys = on; pragma busy_timeout = 5000;"
        );

    private void GiveBack(PreparedConnection open)
    {
        if (isClosed)
        {
            open.CloseForGood();
        }
        else
        {
            idle.Add(open);
        }
    }

    private static string ConnectionString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();
}
