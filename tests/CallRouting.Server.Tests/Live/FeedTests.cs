using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Tests.Calls;
using CallRouting.Server.Tests.Database;

namespace CallRouting.Server.Tests.Live;

[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
public sealed class FeedTests(string engine)
{
    private Following feed = null!;

    [SetUp]
    public async Task Open() => feed = await Following.On(engine);

    [TearDown]
    public async Task Close() => await feed.DisposeAsync();

    [Test]
    public async Task A_hello_comes_at_once_with_the_last_number_and_what_happened_before_is_not_told()
    {
        await feed.Tell("before");
        await using var reader = feed.Reads();
        var hello = await reader.Hello();
        Assert.That(
            (hello.Now, hello.Last, hello.Resumed, hello.Note),
            Is.EqualTo((feed.Time.GetUtcNow(), await feed.Last(), false, (string?)null))
        );

        await feed.Tell("after");
        await feed.Tail.RunOnce();
        Assert.That(await reader.Told(1), Is.EqualTo(new[] { "after" }));
    }

    [Test]
    public async Task An_event_carries_its_number_and_all_that_it_is_about()
    {
        await using var reader = feed.Reads();
        await reader.Hello();
        await feed.Tell("one", new Subject("call-1", "transfer-1", "callback-1", "0104"));
        await feed.Tail.RunOnce();

        var item = (await reader.Next())!.Value;

        var told = (TimelineEvent)item.Data;
        Assert.That((item.EventType, item.EventId), Is.EqualTo(("told", $"{told.Sequence}")));
        Assert.That((told.Call, told.Transfer, told.Callback, told.Unit), Is.EqualTo(("call-1", "transfer-1", "callback-1", "0104")));
    }

    [Test]
    public async Task Who_was_away_for_more_than_a_page_misses_nothing_and_hears_nothing_twice()
    {
        await feed.Tell("seen");
        var seen = await feed.Last();
        await Task.WhenAll(Enumerable.Range(0, 1200).Select(i => feed.Tell($"missed {i}")));
        await using var reader = feed.Reads(lastEventId: $"{seen}");

        var hello = await reader.Hello();
        await feed.Tell("live");
        await feed.Tail.RunOnce();

        Assert.That(hello.Resumed, Is.True);
        var told = await reader.Told(1201);
        Assert.That(told.Take(1200), Is.EquivalentTo(Enumerable.Range(0, 1200).Select(i => $"missed {i}")));
        Assert.That(told[^1], Is.EqualTo("live"));
    }

    [TestCase("not a number")]
    [TestCase("-1")]
    [TestCase("99")]
    public async Task A_number_that_is_not_of_this_timeline_begins_now_and_is_told_so(string foreign)
    {
        await feed.Tell("one");
        await using var reader = feed.Reads(lastEventId: foreign);

        var hello = await reader.Hello();

        Assert.That(hello.Resumed, Is.False);
        Assert.That(hello.Note, Does.Contain($"\"{foreign}\" is not a number of this timeline"));
        Assert.That(reader.LastEventId, Is.EqualTo($"{await feed.Last()}"));
    }

    [Test]
    public void Who_was_away_for_ten_thousand_events_catches_up_and_for_more_begins_now()
    {
        Assert.That(FeedStart.Of("5", 10_005), Is.EqualTo(new FeedStart(5, true, null)));
        var late = FeedStart.Of("5", 10_006);
        Assert.That((late.After, late.Resumed), Is.EqualTo((10_006L, false)));
        Assert.That(late.Note, Does.Contain("more than 10000 events ago"));
    }

    [Test]
    public async Task No_reader_passes_a_number_that_can_still_appear()
    {
        await using var reader = feed.Reads();
        await reader.Hello();
        await using var others = new Writes(feed.Database.Engine, TimeProvider.System, new Random(2));
        var (told, release) = (new TaskCompletionSource(), new TaskCompletionSource());

        // The first draws its number and does not commit; the second would draw the next and be seen before it.
        var first = feed.Database.Writes.Commit(async unit =>
        {
            await feed.Tell("first", unit);
            told.SetResult();
            await release.Task;
        });
        await told.Task;
        var second = others.Commit(unit => feed.Tell("second", unit));
        if (engine == TestDatabase.Postgres)
        {
            await Soon.Holds(() => second.IsCompleted || WaitsForLock().Result, "the second writer waits");
        }
        await feed.Tail.RunOnce();
        release.SetResult();
        await Task.WhenAll(first, second);
        await feed.Tail.RunOnce();

        Assert.That(await reader.Told(2), Is.EqualTo(new[] { "first", "second" }));
    }

    [Test]
    public async Task What_another_process_wrote_is_told_as_well()
    {
        await using var reader = feed.Reads();
        await reader.Hello();
        await using var others = new Writes(feed.Database.Engine, TimeProvider.System, new Random(2));
        await others.Commit(unit => feed.Tell("theirs", unit));
        await feed.Tail.RunOnce();
        Assert.That(await reader.Told(1), Is.EqualTo(new[] { "theirs" }));
    }

    [Test]
    public async Task What_this_process_writes_is_told_at_once_and_what_others_write_within_half_a_second()
    {
        await using var alone = await Following.On(engine, background: true);
        await using var reader = alone.Reads();
        await reader.Hello();

        var began = alone.Time.GetUtcNow();
        await alone.Tell("ours");
        Assert.That(await reader.Told(1), Is.EqualTo(new[] { "ours" }), "and the clock has not moved");

        await using var others = new Writes(alone.Database.Engine, TimeProvider.System, new Random(2));
        await others.Commit(unit => alone.Tell("theirs", unit));
        var next = reader.Told(1);
        // The tail's next look is the only timer that is due so soon. It may be looking already: then it looks once more.
        await Soon.Holds(
            () =>
            {
                if (alone.Time.NextDue <= alone.Time.GetUtcNow().AddMilliseconds(500))
                {
                    alone.Time.Advance(TimeSpan.FromMilliseconds(500));
                }
                return next.IsCompleted || alone.Time.GetUtcNow() >= began.AddSeconds(10);
            },
            "the tail looks"
        );
        Assert.That(await next, Is.EqualTo(new[] { "theirs" }));
    }

    [Test]
    public async Task A_reader_who_cannot_keep_up_is_cut_off_and_catches_up_by_coming_again()
    {
        var all = Enumerable.Range(0, FeedReader.MostWaiting + 200).Select(i => $"{i}").ToList();
        await using var slow = feed.Reads();
        await slow.Hello();
        await feed.Database.Writes.Commit(async unit =>
        {
            foreach (var kind in all)
            {
                await feed.Tell(kind, unit);
            }
        });
        await feed.Tail.RunOnce();
        Assert.That(feed.Tail.Readers, Is.Zero, "cut off");

        var first = await slow.Told(int.MaxValue);
        await using var again = feed.Reads(lastEventId: slow.LastEventId);
        Assert.That((await again.Hello()).Resumed, Is.True);

        Assert.That(first, Has.Count.EqualTo(FeedReader.MostWaiting));
        Assert.That(first.Concat(await again.Told(200)), Is.EqualTo(all));
    }

    [Test]
    public async Task A_heartbeat_comes_every_15_seconds_with_the_number_up_to_which_there_was_nothing_to_see()
    {
        await using var reader = feed.Reads(new Sight(new HashSet<string> { "0233" }));
        await reader.Hello();
        await feed.Tell("elsewhere", new Subject("call-1", Unit: "0104"));
        await feed.Tail.RunOnce();
        var next = reader.Ask();

        feed.Time.Advance(TimeSpan.FromSeconds(14));
        Assert.That(next.IsCompleted, Is.False);
        feed.Time.Advance(TimeSpan.FromSeconds(1));
        var beat = (await reader.Next())!.Value;

        Assert.That((beat.EventType, beat.EventId), Is.EqualTo(("heartbeat", $"{await feed.Last()}")));
        Assert.That(((FeedHeartbeat)beat.Data).Now, Is.EqualTo(feed.Time.GetUtcNow()));
    }

    [Test]
    public async Task Who_is_bound_to_offices_is_told_of_those_and_of_nothing_else()
    {
        await using var reader = feed.Reads(new Sight(new HashSet<string> { "0233" }));
        await reader.Hello();
        await feed.Tell("of Moss", new Subject("call-1", Unit: "0104"));
        await feed.Tell("of an agent", new Subject());
        await feed.Tell("of a call that has not chosen", new Subject("call-1"));
        await feed.Tell("of Nittedal", new Subject("call-1", Unit: "0233"));
        await feed.Tail.RunOnce();
        Assert.That(await reader.Told(1), Is.EqualTo(new[] { "of Nittedal" }));

        await using var again = feed.Reads(new Sight(new HashSet<string> { "0104" }), lastEventId: "0");
        await again.Hello();
        Assert.That(await again.Told(1), Is.EqualTo(new[] { "of Moss" }), "nor when catching up");
    }

    [Test]
    public async Task The_feed_ends_when_the_host_stops_and_when_the_reader_goes_and_nobody_is_left_behind()
    {
        await using var reader = feed.Reads();
        await reader.Hello();
        await using var other = feed.Reads();
        await other.Hello();
        var next = reader.Ask();
        await other.DisposeAsync();
        Assert.That(feed.Tail.Readers, Is.EqualTo(1));

        feed.StopHost();

        Assert.That(await next.WaitAsync(TimeSpan.FromSeconds(20)), Is.False);
        Assert.That(feed.Tail.Readers, Is.Zero);
    }

    private async Task<bool> WaitsForLock() =>
        await feed.Database.Reads.Ask(unit =>
            unit.Find<long>("select count(*) from pg_locks where locktype = 'advisory' and not granted", new { })
        ) > 0;
}
