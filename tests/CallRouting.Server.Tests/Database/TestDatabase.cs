using CallRouting.Server.Database;

namespace CallRouting.Server.Tests.Database;

/// <summary>An empty, migrated database for one test. SQLite in a file of its own; a server when a connection string is given.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("callrouting-").FullName;

    private TestDatabase()
    {
        ColumnTypes.Register();
        Engine = new SqliteEngine(Path.Combine(folder, "test.db"));
        Writes = new Writes(Engine, TimeProvider.System, new Random(1));
        Reads = new Reads(Engine);
    }

    public Engine Engine { get; }

    public Writes Writes { get; }

    public Reads Reads { get; }

    public static async Task<TestDatabase> Migrated()
    {
        var database = new TestDatabase();
        await new Migrations(database.Engine, database.Writes, TimeProvider.System).Apply();
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        await Writes.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
