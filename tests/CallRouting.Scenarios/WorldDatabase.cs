using CallRouting.Server.Database;
using Microsoft.Data.SqlClient;
using Npgsql;

namespace CallRouting.Scenarios;

/// <summary>
/// What a world keeps its calls in, migrated and with all registers: a copy of one that was made once, thrown away with the world.
/// </summary>
public abstract class WorldDatabase : IAsyncDisposable
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";
    public const string SqlServer = "SQL Server";

    /// <summary>The server's own section of the configuration.</summary>
    public abstract IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>What is used when a test does not ask for an engine: SQLite, unless CALLROUTING_WORLD says otherwise.</summary>
    public static string Usual { get; } =
        Environment.GetEnvironmentVariable("CALLROUTING_WORLD") switch
        {
            null or "" or "sqlite" => Sqlite,
            "postgres" => Postgres,
            "sqlserver" => SqlServer,
            var other => throw new InvalidOperationException($"CALLROUTING_WORLD is \"{other}\". It may be sqlite, postgres or sqlserver."),
        };

    /// <param name="engine"><see cref="Sqlite"/>, <see cref="Postgres"/> or <see cref="SqlServer"/>.</param>
    /// <param name="folder">The world's own, where a file may lie.</param>
    public static async Task<WorldDatabase> Of(string engine, string folder) =>
        engine switch
        {
            Sqlite => await SqliteWorld.In(folder),
            Postgres => await PostgresWorld.New(),
            SqlServer => await SqlServerWorld.New(),
            _ => throw new ArgumentException($"A world lives on {Sqlite}, {Postgres} or {SqlServer}, not on \"{engine}\".", nameof(engine)),
        };

    public abstract ValueTask DisposeAsync();
}

/// <summary>A file in the world's folder, which is removed with it.</summary>
public sealed class SqliteWorld : WorldDatabase
{
    private SqliteWorld(string file) => File = file;

    public string File { get; }

    public override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Database:File"] = File, ["Database:Durable"] = "false" };

    public static async Task<SqliteWorld> In(string folder)
    {
        var file = Path.Combine(folder, "world.db");
        await Template.CopyTo(file);
        return new SqliteWorld(file);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>A database of its own on the server that CALLROUTING_POSTGRES leads to.</summary>
public sealed class PostgresWorld : WorldDatabase
{
    // Copying its files is quicker than logging its pages: the template is small, and no checkpoint costs anything without fsync.
    private static readonly Lazy<Task<string>> MadeTemplate = new(MakeTemplate);
    private static int worlds;

    private readonly string connectionString;
    private readonly string database;

    private PostgresWorld(string database) => (this.database, connectionString) = (database, To(database));

    public override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Database:Engine"] = "Postgres", ["Database:ConnectionString"] = connectionString };

    public static async Task<PostgresWorld> New()
    {
        var world = new PostgresWorld($"world_{Environment.ProcessId}_{Interlocked.Increment(ref worlds)}");
        await Run($"create database {world.database} template {await MadeTemplate.Value} strategy file_copy");
        return world;
    }

    public override async ValueTask DisposeAsync()
    {
        await using (var own = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(own);
        }
        await Run($"drop database {database} with (force)");
    }

    private static async Task<string> MakeTemplate()
    {
        var template = $"world_{Environment.ProcessId}_template";
        await Run($"create database {template}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Run($"drop database {template} with (force)").GetAwaiter().GetResult();
        // Not pooled: nobody may be connected to a database that is copied.
        await Template.Fill(new PostgresEngine($"{To(template)};Pooling=false"));
        return template;
    }

    private static async Task Run(string statement)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(Server.ConnectionString) { Pooling = false }.ConnectionString
        );
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string To(string database) =>
        new NpgsqlConnectionStringBuilder(Server.ConnectionString) { Database = database }.ConnectionString;

    private static NpgsqlConnectionStringBuilder Server =>
        new(
            DatabaseServers.Postgres
                ?? throw new InvalidOperationException(
                    $"{DatabaseServers.PostgresVariable} holds no connection string. Run it under ./scripts/postgres, which starts a server and sets it."
                )
        );
}

/// <summary>A database of its own on the server that CALLROUTING_TEST_SQLSERVER leads to, by an account that may create one.</summary>
public sealed class SqlServerWorld : WorldDatabase
{
    private static int databases;

    private readonly string database = $"callrouting_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}";

    private SqlServerWorld() { }

    public string ConnectionString => new SqlConnectionStringBuilder(Server) { InitialCatalog = database }.ConnectionString;

    public override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Database:Engine"] = "SqlServer", ["Database:ConnectionString"] = ConnectionString };

    /// <summary>Without tables.</summary>
    public static async Task<SqlServerWorld> Empty()
    {
        var world = new SqlServerWorld();
        await Run($"create database {world.database}");
        await Run($"alter database {world.database} set read_committed_snapshot on");
        return world;
    }

    public static async Task<SqlServerWorld> New()
    {
        var world = await Empty();
        await Template.Fill(new SqlServerEngine(world.ConnectionString));
        return world;
    }

    public override async ValueTask DisposeAsync()
    {
        await using (var own = new SqlConnection(ConnectionString))
        {
            SqlConnection.ClearPool(own);
        }
        await Run($"alter database {database} set single_user with rollback immediate");
        await Run($"drop database {database}");
    }

    private static async Task Run(string statement)
    {
        await using var connection = new SqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new SqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string Server =>
        DatabaseServers.SqlServer
        ?? throw new InvalidOperationException($"{DatabaseServers.SqlServerVariable} holds no connection string to a SQL Server.");
}

/// <summary>The servers that tests may use: connection strings in the environment, of accounts that may create databases.</summary>
public static class DatabaseServers
{
    public const string PostgresVariable = "CALLROUTING_POSTGRES";
    public const string SqlServerVariable = "CALLROUTING_TEST_SQLSERVER";

    public static string? Postgres { get; } = Of(PostgresVariable);

    public static string? SqlServer { get; } = Of(SqlServerVariable);

    private static string? Of(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } connectionString ? connectionString : null;
}
