using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace CallRouting.Server.Database;

/// <summary>Production at a customer who runs SQL Server.</summary>
public sealed class SqlServerEngine(string connectionString) : Engine(SqlClientFactory.Instance, connectionString)
{
    private const int Deadlock = 1205;
    private const int UniqueConstraint = 2627;
    private const int UniqueIndex = 2601;
    private const int NoTurn = 55533;

    // The server ends a connection by itself with an error of this class or a higher one.
    private const int Fatal = 20;

    public override string Name => "SQL Server";

    public override string CountTables => base.CountTables + " and table_schema = schema_name()";

    // Without it a reader waits for the writer, and each may hold what the other wants.
    public override string? Complaints =>
        """
            select 'Database ' + name + ' makes readers wait for writers. Run: alter database ' + quotename(name) + ' set read_committed_snapshot on.'
            from   sys.databases
            where  database_id = db_id() and is_read_committed_snapshot_on = 0
            """;

    // The procedure tells by its result, not by an error, that the lock was not given.
    public override string? OneWriter =>
        """
            declare @resource nvarchar(255) = concat('callrouting ', schema_name()), @given int;
            exec @given = sp_getapplock @Resource = @resource, @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 10000;
            if @given < 0 throw 55533, 'The lock of the one writer was not given.', 1;
            """;

    public override string First(string orderedSql) => orderedSql + "\noffset 0 rows fetch next @count rows only";

    public override string Spell(string word) =>
        word switch
        {
            // As wide as the parameters that it is compared with, so that an index on it is used.
            "id" => "nvarchar(36) collate Latin1_General_BIN2",
            "text" => "nvarchar(400)",
            "longtext" => "nvarchar(max)",
            "instant" or "number" => "bigint",
            "flag" => "bit",
            "no" => "0",
            "bytes" => "varbinary(max)",
            "sequence" => "bigint identity(1,1) primary key",
            _ => throw new ArgumentException($"The migrations have no column-type word \"{word}\".", nameof(word)),
        };

    public override bool IsLostRace(DbException exception) =>
        exception is SqlException { Number: Deadlock or UniqueConstraint or UniqueIndex or NoTurn };

    public override bool IsLostConnection(Exception exception) => exception is SqlException { Class: >= Fatal };
}
