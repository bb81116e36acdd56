using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace CallRouting.Server.Database;

/// <summary>Production at a customer who runs SQL Server.</summary>
public sealed class SqlServerEngine(string connectionString) : Engine(SqlClientFactory.Instance, connectionString)
{
    private const int Deadlock = 1205;
    private const int UniqueConstraint = 2627;
    private const int UniqueIndex = 2601;

    public override string Name => "SQL Server";

    public override string CountTables => base.CountTables + " and table_schema = schema_name()";

    public override string? TimelineLock =>
        "exec sp_getapplock @Resource = 'timeline', @LockMode = 'Exclusive', @LockOwner = 'Transaction'";

    public override string First(string orderedSql) => orderedSql + "\noffset 0 rows fetch next @count rows only";

    public override string Spell(string word) =>
        word switch
        {
            "id" => "varchar(36) collate Latin1_General_BIN2",
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
        exception is SqlException { Number: Deadlock or UniqueConstraint or UniqueIndex };
}
