using System.Data.Common;
using Npgsql;

namespace CallRouting.Server.Database;

/// <summary>Several instances on Nav's platform.</summary>
public class PostgresEngine(string connectionString) : Engine(NpgsqlFactory.Instance, connectionString)
{
    private const string IdleInTransaction = "25P03";

    public override string Name => "PostgreSQL";

    public override string CountTables => base.CountTables + " and table_schema = current_schema()";

    public override string? Complaints =>
        """
            select 'The database''s encoding is ' || setting || '. It must be UTF8.' from pg_settings where name = 'server_encoding' and setting <> 'UTF8'
            union all
            select 'PostgreSQL is version ' || setting || '. It must be 13 or later.' from pg_settings where name = 'server_version_num' and cast(setting as integer) < 130000
            """;

    // An instance that hangs between two statements would keep all others from writing; the server drops it.
    public override string? OneWriter =>
        """
            set local idle_in_transaction_session_timeout = '10s';
            select pg_advisory_xact_lock(55553333, hashtext(coalesce(current_schema(), '')));
            """;

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

    public override bool IsLostConnection(Exception exception) =>
        exception switch
        {
            PostgresException told => told.SqlState
                is PostgresErrorCodes.AdminShutdown
                    or PostgresErrorCodes.CrashShutdown
                    or PostgresErrorCodes.CannotConnectNow
                    or IdleInTransaction,
            // Who waited too long for an answer would only wait too long again.
            NpgsqlException broken => broken.InnerException is IOException or System.Net.Sockets.SocketException,
            _ => false,
        };
}
