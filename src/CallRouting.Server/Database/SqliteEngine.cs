using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CallRouting.Server.Database;

/// <summary>The default: one machine, one file, write-ahead log, every commit on disk before it is acknowledged.</summary>
public class SqliteEngine(string file, bool durable = true) : Engine(SqliteFactory.Instance, ConnectionString(file))
{
    private const int Busy = 5;
    private const int Constraint = 19;

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

    // Immediate: a transaction that will write takes the lock at once, instead of failing when it upgrades.
    public override ValueTask<DbTransaction> BeginWriting(DbConnection connection, CancellationToken cancel) =>
        ValueTask.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: false));

    protected override Task Prepare(DbConnection connection, CancellationToken cancel) =>
        connection.ExecuteAsync(
            $"pragma journal_mode = wal; pragma synchronous = {(durable ? "full" : "off")}; pragma foreign_keys = on; pragma busy_timeout = 5000;"
        );

    private static string ConnectionString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, Pooling = true }.ToString();
}
