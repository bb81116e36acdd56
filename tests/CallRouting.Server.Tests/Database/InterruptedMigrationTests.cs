using CallRouting.Server.Database;

namespace CallRouting.Server.Tests.Database;

/// <summary>A migration that is cut off anywhere has not happened, and is made whole the next time.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
public sealed class InterruptedMigrationTests(string engine)
{
    private const string Note = "insert into migrations (number, name, applied_at) values (@number, @name, 0)";

    [Test]
    public async Task Cut_off_after_any_statement_of_any_file_nothing_of_the_file_is_there_and_the_next_start_makes_it_whole()
    {
        await using var whole = await TestDatabase.Migrated(engine);
        await using var cut = await TestDatabase.Empty(engine);
        await CreateOwnTable(cut);
        var cuts = 0;
        foreach (var migration in Migrations.All)
        {
            var before = await Shape(cut);
            var statements = migration.Statements(cut.Engine).ToList();
            for (var after = 0; after <= statements.Count; after++)
            {
                Assert.That(() => Dies(cut, statements[..after]), Throws.TypeOf<Death>());
                Assert.That(await Shape(cut), Is.EqualTo(before), $"{migration.Name}, cut off after statement {after}");
                cuts++;
            }
            await Make(cut, migration, statements);
        }
        Assert.That(cuts, Is.GreaterThan(80));
        Assert.That(await new Migrations(cut.Engine, cut.Writes, TimeProvider.System).Apply(), Is.Empty);
        Assert.That(await Shape(cut), Is.EqualTo(await Shape(whole)));
    }

    [Test]
    public async Task Cut_off_in_any_file_the_next_start_goes_on_there()
    {
        foreach (var migration in Migrations.All)
        {
            await using var database = await TestDatabase.Empty(engine);
            await CreateOwnTable(database);
            foreach (var earlier in Migrations.All.TakeWhile(each => each != migration))
            {
                await Make(database, earlier, [.. earlier.Statements(database.Engine)]);
            }
            var half = migration.Statements(database.Engine).ToList();
            Assert.That(() => Dies(database, half[..((half.Count + 1) / 2)]), Throws.TypeOf<Death>());

            var applied = await new Migrations(database.Engine, database.Writes, TimeProvider.System).Apply();

            Assert.That(applied, Is.EqualTo(Migrations.All.SkipWhile(each => each != migration)));
        }
    }

    private static Task Dies(TestDatabase database, IEnumerable<string> statements) =>
        database.Writes.Commit(async unit =>
        {
            foreach (var statement in statements)
            {
                await unit.Execute(statement);
            }
            throw new Death();
        });

    private static Task Make(TestDatabase database, Migration migration, IEnumerable<string> statements) =>
        database.Writes.Commit(async unit =>
        {
            foreach (var statement in statements)
            {
                await unit.Execute(statement);
            }
            await unit.Execute(Note, new { number = migration.Number, name = migration.Name });
        });

    private static Task CreateOwnTable(TestDatabase database) =>
        database.Writes.Commit(unit =>
            unit.Execute(
                Migration.Spelled(
                    "create table migrations (number {number} not null primary key, name {text} not null, applied_at {instant} not null)",
                    database.Engine
                )
            )
        );

    // Every table with its columns, and every index where the engine lists them by name.
    private static async Task<IReadOnlyList<string>> Shape(TestDatabase database) =>
        await database.Reads.Ask(unit =>
            unit.Query<string>(
                database.Engine switch
                {
                    SqliteEngine =>
                        "select name || ' ' || coalesce(sql, '') from sqlite_master where name not like 'sqlite_%' order by name",
                    PostgresEngine => """
                    select table_name || '.' || column_name || ' ' || data_type as shape from information_schema.columns
                    where table_schema = current_schema()
                    union all
                    select indexname || ' ' from pg_indexes where schemaname = current_schema()
                    order by shape
                    """,
                    _ => "select table_name + '.' + column_name + ' ' + data_type as shape from information_schema.columns order by shape",
                }
            )
        );

    private sealed class Death : Exception;
}
