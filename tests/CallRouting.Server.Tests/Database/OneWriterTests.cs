using CallRouting.Server.Database;

namespace CallRouting.Server.Tests.Database;

/// <summary>Several processes on one database write one after the other (decision 0007).</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
public sealed class OneWriterTests(string engine)
{
    private TestDatabase database = null!;
    private Writes other = null!;

    [SetUp]
    public async Task Open()
    {
        database = await TestDatabase.Empty(engine);
        other = database.AnotherProcess();
        await database.Writes.Commit(unit =>
            unit.Execute("create table counts (name varchar(10) not null primary key, n bigint not null)")
        );
        await database.Writes.Commit(unit => unit.Execute("insert into counts (name, n) values ('calls', 0)"));
    }

    [TearDown]
    public async Task Close()
    {
        await other.DisposeAsync();
        await database.DisposeAsync();
    }

    [Test]
    public async Task What_one_reads_and_then_writes_nobody_changes_in_between()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => (i % 2 == 0 ? database.Writes : other).Commit(CountOne)));
        Assert.That(await Count(), Is.EqualTo(100));
    }

    [Test]
    public async Task What_the_one_before_has_committed_is_seen_by_the_next_also_where_it_has_waited()
    {
        var (begun, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = database.Writes.Commit(async unit =>
        {
            await CountOne(unit);
            begun.SetResult();
            await release.Task;
        });
        await begun.Task;
        var second = other.Commit(async unit =>
        {
            await CountOne(unit);
            return await Counted(unit);
        });
        Assert.That(second.IsCompleted, Is.False);
        Assert.That(await Count(), Is.Zero, "a reader neither waits nor sees what is not committed");
        release.SetResult();
        await first;
        Assert.That(await second, Is.EqualTo(2));
    }

    [Test]
    public async Task A_unit_that_fails_lets_the_next_process_write()
    {
        Assert.That(() => database.Writes.Commit(_ => throw new InvalidOperationException("on purpose")), Throws.InvalidOperationException);
        await other.Commit(CountOne);
        Assert.That(await Count(), Is.EqualTo(1));
    }

    // Reads and writes in two statements: only whoever is alone may do that.
    private static async Task CountOne(UnitOfWork unit)
    {
        var n = await Counted(unit);
        await unit.Execute("update counts set n = @n where name = 'calls'", new { n = n + 1 });
    }

    private static Task<long> Counted(UnitOfWork unit) => unit.Find<long>("select n from counts where name = 'calls'", new { });

    private Task<long> Count() => database.Reads.Ask(Counted);
}
