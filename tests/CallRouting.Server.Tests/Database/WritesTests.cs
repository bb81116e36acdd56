using CallRouting.Server.Database;

namespace CallRouting.Server.Tests.Database;

public sealed class WritesTests
{
    private TestDatabase database = null!;

    [SetUp]
    public async Task Open()
    {
        database = await TestDatabase.Migrated();
        await database.Writes.Commit(unit => unit.Execute("create table notes (body varchar(40) not null primary key)"));
    }

    [TearDown]
    public async Task Close() => await database.DisposeAsync();

    [Test]
    public async Task A_commit_is_on_disk_before_it_is_acknowledged()
    {
        await using var file = await TestDatabase.Empty(TestDatabase.Sqlite);
        var mode = await file.Reads.Ask(unit => unit.Find<long>("pragma synchronous", new { }));
        Assert.That(mode, Is.EqualTo(2), "FULL");
    }

    [Test]
    public async Task What_was_committed_can_be_read()
    {
        await Note("one");
        Assert.That(await Notes(), Is.EqualTo(new[] { "one" }));
    }

    [Test]
    public async Task A_unit_that_fails_takes_nothing_with_it_from_the_others_in_its_group()
    {
        var all = Enumerable.Range(0, 20).Select(i => i == 7 ? Failing() : Note($"note {i:00}")).ToList();
        Assert.That(async () => await Task.WhenAll(all), Throws.InstanceOf<InvalidOperationException>());
        Assert.That(await Notes(), Has.Count.EqualTo(19).And.No.Member("half"));
    }

    [Test]
    public async Task A_lost_race_asks_the_unit_again()
    {
        var tries = 0;
        await database.Writes.Commit(async unit =>
        {
            if (++tries < 3)
            {
                await unit.ExecuteGuarded("update notes set body = 'x' where body = 'nobody'", new { });
            }
            await unit.Execute("insert into notes (body) values ('third')");
        });
        Assert.That((tries, await Notes()), Is.EqualTo((3, new[] { "third" })));
    }

    [Test]
    public async Task Migrations_that_were_applied_are_not_applied_again()
    {
        var again = await new Migrations(database.Engine, database.Writes, TimeProvider.System).Apply();
        Assert.That(again, Is.Empty);
    }

    [Test]
    public void Migrations_are_numbered_once_each() =>
        Assert.That(Migrations.All.Select(migration => migration.Number), Is.Unique.And.Ordered);

    private Task Note(string body) => database.Writes.Commit(unit => unit.Execute("insert into notes (body) values (@body)", new { body }));

    private Task Failing() =>
        database.Writes.Commit(async unit =>
        {
            await unit.Execute("insert into notes (body) values ('half')");
            throw new InvalidOperationException("on purpose");
        });

    private Task<IReadOnlyList<string>> Notes() => database.Reads.Ask(unit => unit.Query<string>("select body from notes order by body"));
}
