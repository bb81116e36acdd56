using CallRouting.Server.Database;
using Npgsql;

namespace CallRouting.Scenarios;

/// <summary>
/// What a world keeps its calls in. A new one is a copy of a database that is migrated and has all registers, and is thrown
/// away with the world.
/// </summary>
public abstract class WorldDatabase : IAsyncDisposable
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";

    /// <summary>The server's own section of the configuration.</summary>
    public abstract IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>A way to the same database, beside the server's.</summary>
    public abstract Engine Engine { get; }

    /// <summary>What worlds live on when nobody asks for something else: SQLite, unless CALLROUTING_WORLD is "postgres".</summary>
    public static string Usual { get; } =
        Environment.GetEnvironmentVariable("CALLROUTING_WORLD") switch
        {
            null or "" or "sqlite" => Sqlite,
            "postgres" => Postgres,
            var other => throw new InvalidOperationException($"CALLROUTING_WORLD is \"{other}\". It may be sqlite or postgres."),
        };

    /// <param name="engine"><see cref="Sqlite"/> or <see cref="Postgres"/>.</param>
    /// <param name="folder">The world's own, where a file may lie.</param>
    public static async Task<WorldDatabase> Of(string engine, string folder) =>
        engine switch
        {
            Sqlite => await SqliteWorld.In(folder),
            Postgres => await PostgresWorld.New(),
            _ => throw new ArgumentException($"A world lives on {Sqlite} or {Postgres}, not on \"{engine}\".", nameof(engine)),
        };

    public abstract ValueTask DisposeAsync();
}

/// <summary>A file in the world's folder, which is removed with it.</summary>
public sealed class SqliteWorld : WorldDatabase
{
    private readonly SqliteEngine engine;

    private SqliteWorld(string file) => (File, engine) = (file, new SqliteEngine(file, durable: false));

    public string File { get; }

    public override Engine Engine => engine;

    public override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Database:File"] = File, ["Database:Durable"] = "false" };

    public static async Task<SqliteWorld> In(string folder)
    {
        var file = Path.Combine(folder, "world.db");
        await Template.CopyTo(file);
        return new SqliteWorld(file);
    }

    public override ValueTask DisposeAsync()
    {
        engine.Dispose();
        return ValueTask.CompletedTask;
    }
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

    public override Engine Engine => new PostgresEngine(connectionString);

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
        await using var connection = new NpgsqlConnection(Server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string To(string database) =>
        new NpgsqlConnectionStringBuilder(Server.ConnectionString) { Database = database }.ConnectionString;

    private static NpgsqlConnectionStringBuilder Server =>
        new(
            Environment.GetEnvironmentVariable("CALLROUTING_POSTGRES")
                ?? throw new InvalidOperationException(
                    "CALLROUTING_POSTGRES holds no connection string. Run it under ./scripts/postgres, which starts a server and sets it."
                )
        );
}
