using CallRouting.Server.Database;
using CallRouting.Server.Live;
using NodaTime;

namespace CallRouting.Server.Tests.Database;

/// <summary>What the house asks of every engine alike.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
public sealed class EngineTests(string engine)
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 18, 9, 0, 1).PlusTicks(12_345_670);

    private readonly Timeline timeline = new();
    private TestDatabase database = null!;

    [SetUp]
    public async Task Open() => database = await TestDatabase.Migrated(engine);

    [TearDown]
    public async Task Close() => await database.DisposeAsync();

    [Test]
    public async Task A_moment_comes_back_to_the_microsecond_and_nothing_as_nothing()
    {
        await database.Writes.Commit(unit => timeline.Tell([new("one")], new("call-1"), Now, unit));
        var latest = await database.Reads.Ask(unit => unit.FindInstant("select max(happened_at) from timeline"));
        Assert.That(latest, Is.EqualTo(Now));
        Assert.That(await database.Reads.Ask(unit => unit.FindInstant("select max(ended_at) from calls")), Is.Null);
    }

    [Test]
    public async Task A_key_that_is_taken_is_a_lost_race_and_the_unit_is_asked_again()
    {
        var tries = 0;
        await database.Writes.Commit(unit => unit.Execute("insert into reservations (phone, leg_id, reserved_at) values ('p', 'a', 1)"));
        Assert.That(
            () =>
                database.Writes.Commit(async unit =>
                {
                    tries++;
                    await unit.Execute("insert into reservations (phone, leg_id, reserved_at) values ('p', 'b', 1)");
                }),
            Throws.InstanceOf<System.Data.Common.DbException>()
        );
        Assert.That(tries, Is.EqualTo(6), "once and five times more");
    }

    [Test]
    public async Task Ids_differ_by_case_and_are_ordered_by_their_bytes()
    {
        foreach (var id in new[] { "b", "B", "a", "_", "0" })
        {
            await database.Writes.Commit(unit =>
                unit.Execute("insert into reservations (phone, leg_id, reserved_at) values (@id, @id, 1)", new { id })
            );
        }
        Assert.That(
            await database.Reads.Ask(unit => unit.Query<string>("select phone from reservations order by phone")),
            Is.EqualTo(new[] { "0", "B", "_", "a", "b" })
        );
    }

    [Test]
    public async Task The_first_rows_are_as_many_as_were_asked_for()
    {
        await database.Writes.Commit(unit => timeline.Tell([new("one"), new("two"), new("three")], new("call-1"), Now, unit));
        var first = await database.Reads.Ask(unit =>
            unit.First<string>("select kind from timeline where call_id = @call order by sequence", 2, new { call = "call-1" })
        );
        Assert.That(first, Is.EqualTo(new[] { "one", "two" }));
    }

    [Test]
    public async Task A_calls_timeline_is_told_in_order_with_what_each_line_is_about()
    {
        await database.Writes.Commit(async unit =>
        {
            await timeline.Tell(
                [new("one", "Kari", "detail «æ»"), new("two")],
                new("call-1", "transfer-1", "callback-1", "0104"),
                Now,
                unit
            );
            await timeline.Tell([new("elsewhere")], new("call-2"), Now, unit);
        });
        await database.Writes.Commit(unit =>
            timeline.Tell([new("earlier by the clock")], new("call-1"), Now - Duration.FromHours(1), unit)
        );

        var told = await database.Reads.Ask(unit => timeline.Of("call-1", unit));

        Assert.That(
            told.Select(line => line.Kind),
            Is.EqualTo(new[] { "one", "two", "earlier by the clock" }),
            "as they were written, not by the clock"
        );
        Assert.That(
            told[0] with
            {
                Sequence = 0,
            },
            Is.EqualTo(
                new TimelineEvent(0, Now.ToDateTimeOffset(), "one", "Kari", "detail «æ»", "call-1", "transfer-1", "callback-1", "0104")
            )
        );
        Assert.That(told.Select(line => line.Sequence), Is.Unique.And.Ordered);
    }

    [Test]
    public async Task Many_who_write_beside_each_other_draw_numbers_without_a_repeat_and_in_order_of_commit()
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(i => database.Writes.Commit(unit => timeline.Tell([new($"{i}"), new($"{i}")], new("call-1"), Now, unit)))
        );
        var told = await database.Reads.Ask(unit => timeline.Of("call-1", unit));
        Assert.That(told, Has.Count.EqualTo(400));
        Assert.That(told.Chunk(2).Select(pair => pair[0].Kind == pair[1].Kind), Has.All.True, "nobody's lines come between");
    }
}
