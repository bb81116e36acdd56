using CallRouting.Scenarios;
using CallRouting.Server.Database;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CallRouting.Server.Tests.Database;

/// <summary>Where the database of one test is, made before it and removed after it.</summary>
internal abstract class TestPlace
{
    public abstract string ConnectionString { get; }

    public abstract Engine Engine { get; }

    public abstract Task Create();

    public abstract Task Drop();
}

internal sealed class SqliteFile : TestPlace
{
    private readonly string folder = Directory.CreateTempSubdirectory("callrouting-").FullName;

    public SqliteFile() => Engine = new SqliteEngine(Path.Combine(folder, "test.db"));

    public override string ConnectionString => throw new InvalidOperationException("SQLite has no server to connect to.");

    public override Engine Engine { get; }

    public override Task Create() => Task.CompletedTask;

    public override Task Drop()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }
}

/// <summary>A schema on the server that CALLROUTING_POSTGRES leads to.</summary>
internal sealed class PostgresSchema : TestPlace
{
    private static int schemas;

    private readonly string schema = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref schemas)}";

    public PostgresSchema() => Engine = new PostgresEngine(ConnectionString);

    public override string ConnectionString => $"{DatabaseServers.Postgres};Search Path={schema}";

    public override Engine Engine { get; }

    public override Task Create() => Run($"create schema {schema}");

    public override async Task Drop()
    {
        await using (var ours = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(ours);
        }
        await Run($"drop schema {schema} cascade");
    }

    private static async Task Run(string statement)
    {
        await using var connection = new NpgsqlConnection(DatabaseServers.Postgres + ";Pooling=false");
        await connection.ExecuteAsync(statement);
    }
}

/// <summary>A database on the server that CALLROUTING_TEST_SQLSERVER leads to.</summary>
internal sealed class SqlServerDatabase : TestPlace
{
    private SqlServerWorld world = null!;
    private SqlServerEngine engine = null!;

    public override string ConnectionString => world.ConnectionString;

    public override Engine Engine => engine;

    public override async Task Create()
    {
        world = await SqlServerWorld.Empty();
        engine = new SqlServerEngine(world.ConnectionString);
    }

    public override Task Drop() => world.DisposeAsync().AsTask();
}
