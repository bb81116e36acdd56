using Microsoft.Data.Sqlite;

namespace CallRouting.Scenarios.Processes;

/// <summary>Real processes that make the schema: killed while they do, and two at once.</summary>
[Category("Kill")]
public sealed class MigrateTests
{
    private string folder = null!;

    private string DatabaseFile => Path.Combine(folder, "migrated.db");

    [SetUp]
    public void Begin() => folder = Directory.CreateTempSubdirectory("migrate-").FullName;

    [TearDown]
    public void Tidy()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task Killed_as_soon_as_the_file_grows_the_next_one_makes_the_schema_whole()
    {
        for (var death = 0; death < 3; death++)
        {
            await using var killed = Migrate();
            var seen = Size();
            await Wait.Until(() => Task.FromResult(killed.HasEnded || Size() > seen), "the file grows", otherwise: () => killed.Output);
            if (!killed.HasEnded)
            {
                await killed.Kill();
            }
        }
        await IsMadeWhole(Migrate());
    }

    [Test]
    public async Task Two_at_once_make_one_schema()
    {
        await using var first = Migrate();
        await using var second = Migrate();
        await IsMadeWhole(first);
        await IsMadeWhole(second);
        Assert.That(Applied(first) + Applied(second), Is.EqualTo(Server.Database.Migrations.All.Count));
    }

    private async Task IsMadeWhole(ChildProcess migrate)
    {
        await migrate.Ends();
        Assert.That(migrate.ExitCode, Is.Zero, migrate.Output);
        await using var connection = new SqliteConnection($"Data Source={DatabaseFile}");
        await connection.OpenAsync();
        await using var count = connection.CreateCommand();
        count.CommandText = "select count(*) from migrations";
        Assert.That(await count.ExecuteScalarAsync(), Is.EqualTo((long)Server.Database.Migrations.All.Count));
    }

    private static int Applied(ChildProcess migrate) =>
        migrate.Output.Split('\n').Count(line => line.StartsWith("Applied ", StringComparison.Ordinal));

    private long Size() => Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file) is { Exists: true } found ? found.Length : 0);

    private ChildProcess Migrate() =>
        ChildProcess.Start(
            "CallRouting.Server",
            new Dictionary<string, string> { ["DataFolder"] = folder, ["Database__File"] = DatabaseFile },
            "migrate"
        );
}
