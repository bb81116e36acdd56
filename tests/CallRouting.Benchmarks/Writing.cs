using BenchmarkDotNet.Attributes;
using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using NodaTime;

namespace CallRouting.Benchmarks;

/// <summary>64 callers' events on SQLite with durable commits: one after the other, or waiting together for one commit.</summary>
public class Writing
{
    private const int Events = 64;

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 18, 9, 0);
    private static readonly Told Happened = new(Stories.Ringing, "Primary");

    private readonly Timeline timeline = new();
    private string folder = "";
    private Writes writes = null!;

    [GlobalSetup]
    public async Task Open()
    {
        ColumnTypes.Register();
        folder = Directory.CreateTempSubdirectory("benchmark-").FullName;
        var engine = new SqliteEngine(Path.Combine(folder, "benchmark.db"));
        writes = new Writes(engine, TimeProvider.System, new Random(1));
        await new Migrations(engine, writes, TimeProvider.System).Apply();
    }

    [GlobalCleanup]
    public async Task Close()
    {
        await writes.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Events, Description = "an event with a commit of its own")]
    public async Task OneByOne()
    {
        for (var number = 0; number < Events; number++)
        {
            await Write(number);
        }
    }

    [Benchmark(OperationsPerInvoke = Events, Description = "an event that shares its commit")]
    public Task Together() => Task.WhenAll(Enumerable.Range(0, Events).Select(Write));

    private Task Write(int number) => writes.Commit(unit => timeline.Tell([Happened], new Subject($"call-{number}"), Now, unit));
}
