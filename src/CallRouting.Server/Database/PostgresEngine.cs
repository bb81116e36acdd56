using System.Data.Common;
using Npgsql;

namespace CallRouting.Server.Database;

/// <summary>Several instances on Nav's platform.</summary>
public sealed class PostgresEngine(string connectionString) : Engine(NpgsqlFactory.Instance, connectionString)
{
    public override string Name => "PostgreSQL";

    public override string CountTables => base.CountTables + " and table_schema = current_schema()";

    public override string? TimelineLock => "select pg_advisory_xact_lock(5555333300)";

    public override string Spell(string word) =>
        word switch
        {
            "id" => "varchar(36) collate \"C\"",
            "text" or "longtext" => "text",
            "instant" or "number" => "bigint",
            "flag" => "boolean",
            "no" => "false",
            "bytes" => "bytea",
            "sequence" => "bigint generated always as identity primary key",
            _ => throw new ArgumentException($"The migrations have no column-type word \"{word}\".", nameof(word)),
        };

    public override bool IsLostRace(DbException exception) =>
        exception
            is PostgresException
            {
                SqlState: PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected
                    or PostgresErrorCodes.UniqueViolation
            };
}
