using CallRouting.Server.Database;

namespace CallRouting.Server.Tests.Database;

/// <summary>
/// An empty, migrated database for one test. SQLite in a file of its own; with CALLROUTING_POSTGRES, which holds a connection
/// string, also a schema of its own on that server.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";

    private static readonly string? Server = Environment.GetEnvironmentVariable("CALLROUTING_POSTGRES");
    private static int schemas;

    private readonly string folder = Directory.CreateTempSubdirectory("callrouting-").FullName;
    private readonly string schema = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref schemas)}";

    private TestDatabase(string engine)
    {
        ColumnTypes.Register();
        Engine = engine == Postgres ? new PostgresEngine(OnServer) : new SqliteEngine(Path.Combine(folder, "test.db"));
        Writes = new Writes(Engine, new NoWaiting(), new Random(1));
        Reads = new Reads(Engine);
    }

    /// <summary>For <c>[TestFixtureSource]</c>: the engines that can be tried here.</summary>
    public static IEnumerable<string> Engines => Server is null ? [Sqlite] : [Sqlite, Postgres];

    public Engine Engine { get; }

    /// <summary>Leads to this database where its engine is a server.</summary>
    public string OnServer => $"{Server};Search Path={schema}";

    public Writes Writes { get; }

    public Reads Reads { get; }

    public static async Task<TestDatabase> Migrated(string engine = Sqlite)
    {
        var database = await Empty(engine);
        await new Migrations(database.Engine, database.Writes, TimeProvider.System).Apply();
        return database;
    }

    public static async Task<TestDatabase> Empty(string engine = Sqlite)
    {
        var database = new TestDatabase(engine);
        if (engine == Postgres)
        {
            await database.Writes.Commit(unit => unit.Execute($"create schema {database.schema}"));
        }
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        if (Engine is PostgresEngine)
        {
            await Writes.Commit(unit => unit.Execute($"drop schema {schema} cascade"));
        }
        await Writes.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Npgsql.NpgsqlConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    // A lost race is tried again after a pause; here the pause takes no time.
    private sealed class NoWaiting : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
