using CallRouting.Scenarios;
using CallRouting.Server.Database;

namespace CallRouting.Server.Tests.Database;

/// <summary>
/// An empty or migrated database for one test, on the engine that a fixture asks for. SQLite in a file of its own; on a server
/// whose connection string is in the environment a schema or a database of its own.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public const string Sqlite = WorldDatabase.Sqlite;
    public const string Postgres = WorldDatabase.Postgres;
    public const string SqlServer = WorldDatabase.SqlServer;

    private readonly TestPlace place;

    /// <param name="place">It exists.</param>
    private TestDatabase(TestPlace place)
    {
        ColumnTypes.Register();
        this.place = place;
        Writes = AnotherProcess();
        Reads = new Reads(Engine);
    }

    /// <summary>For <c>[TestFixtureSource]</c>: the engines that can be tried here, or the one that CALLROUTING_WORLD asks for.</summary>
    public static IEnumerable<string> Engines => WorldDatabase.Usual == Sqlite ? Reachable : [WorldDatabase.Usual];

    public Engine Engine => place.Engine;

    /// <summary>Leads to this database where its engine is a server.</summary>
    public string ConnectionString => place.ConnectionString;

    public Writes Writes { get; }

    public Reads Reads { get; }

    private static IEnumerable<string> Reachable
    {
        get
        {
            yield return Sqlite;
            if (DatabaseServers.Postgres is not null)
            {
                yield return Postgres;
            }
            if (DatabaseServers.SqlServer is not null)
            {
                yield return SqlServer;
            }
        }
    }

    public static async Task<TestDatabase> Migrated(string? engine = null)
    {
        var database = await Empty(engine);
        await new Migrations(database.Engine, database.Writes, TimeProvider.System).Apply();
        return database;
    }

    public static async Task<TestDatabase> Empty(string? engine = null)
    {
        TestPlace place = (engine ?? WorldDatabase.Usual) switch
        {
            Postgres => new PostgresSchema(),
            SqlServer => new SqlServerDatabase(),
            _ => new SqliteFile(),
        };
        await place.Create();
        return new TestDatabase(place);
    }

    /// <summary>Writes to the same database as another process would, with a queue of its own.</summary>
    public Writes AnotherProcess() => new(Engine, new NoWaiting(), new Random(1));

    public async ValueTask DisposeAsync()
    {
        await Writes.DisposeAsync();
        await place.Drop();
    }

    // A lost race is tried again after a pause; here the pause takes no time.
    private sealed class NoWaiting : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
