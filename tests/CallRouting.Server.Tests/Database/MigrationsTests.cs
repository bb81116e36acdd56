using CallRouting.Server.Database;

namespace CallRouting.Server.Tests.Database;

[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
public sealed class MigrationsTests(string engine)
{
    private static readonly string[] Words = ["id", "instant", "text", "longtext", "number", "flag", "bytes", "sequence"];

    [Test]
    public async Task Every_statement_of_every_file_is_taken_and_each_file_is_noted_once()
    {
        await using var database = await TestDatabase.Empty(engine);
        var migrations = new Migrations(database.Engine, database.Writes, TimeProvider.System);

        Assert.That(await migrations.Apply(), Is.EqualTo(Migrations.All));
        Assert.That(await migrations.Apply(), Is.Empty);
        Assert.That(
            await database.Reads.Ask(unit => unit.Query<long>("select number from migrations order by number")),
            Is.EqualTo(Migrations.All.Select(migration => (long)migration.Number))
        );
    }

    [Test]
    public async Task Two_that_start_at_the_same_time_make_one_schema()
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var other = database.AnotherProcess();
        var both = await Task.WhenAll(
            new[] { database.Writes, other }.Select(writes => new Migrations(database.Engine, writes, TimeProvider.System).Apply())
        );
        Assert.That(both.Sum(applied => applied.Count), Is.EqualTo(Migrations.All.Count));
    }

    [Test]
    public async Task A_schema_of_the_same_tables_beside_ours_is_not_ours()
    {
        await using var theirs = await TestDatabase.Migrated(engine);
        await using var ours = await TestDatabase.Empty(engine);
        Assert.That(await new Migrations(ours.Engine, ours.Writes, TimeProvider.System).Apply(), Is.Not.Empty);
    }

    [Test]
    public void Every_engine_spells_every_column_word_and_says_which_it_does_not_know()
    {
        Engine[] engines = [new SqliteEngine("x.db"), new PostgresEngine("Host=x"), new SqlServerEngine("Server=x")];
        foreach (var each in engines)
        {
            Assert.That(Words.Select(each.Spell), Has.All.Not.Empty);
            Assert.That(() => each.Spell("money"), Throws.ArgumentException.With.Message.Contains("\"money\""));
            Assert.That(
                Migrations.All.SelectMany(migration => migration.Statements(each)).Select(WithoutComments),
                Has.All.Not.Contains("{").And.All.Not.Contains(";"),
                each.Name
            );
        }
    }

    private static string WithoutComments(string sql) =>
        string.Join('\n', sql.Split('\n').Where(line => !line.TrimStart().StartsWith("--", StringComparison.Ordinal)));
}
