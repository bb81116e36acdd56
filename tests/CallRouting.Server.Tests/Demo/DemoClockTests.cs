using CallRouting.Scenarios;
using CallRouting.Server.Demo;

namespace CallRouting.Server.Tests.Demo;

public sealed class DemoClockTests
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 18, 10, 0, 0, TimeSpan.FromHours(1));
    private static readonly DateTimeOffset Begun = new(2026, 7, 4, 22, 15, 0, TimeSpan.Zero);

    private ManualTime wall = null!;

    [SetUp]
    public void Start() => wall = new(Begun);

    [TestCase(1, 60)]
    [TestCase(5, 300)]
    [TestCase(20, 1200)]
    public void It_begins_when_it_was_told_and_runs_as_fast_as_it_was_told(double speed, int demoSeconds)
    {
        var clock = Clock(speed);
        Assert.That(clock.GetUtcNow(), Is.EqualTo(Ten));
        wall.Advance(TimeSpan.FromMinutes(1));
        Assert.That(clock.GetUtcNow(), Is.EqualTo(Ten.AddSeconds(demoSeconds)));
    }

    [Test]
    public void Patience_with_a_machine_is_the_walls_whatever_the_demos_speed() =>
        Assert.That(
            (Clock(20).OnTheWall(TimeSpan.FromSeconds(2)), TimeProvider.System.OnTheWall(TimeSpan.FromSeconds(2))),
            Is.EqualTo((TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(2)))
        );

    [Test]
    public void A_timer_fires_when_the_demos_clock_says_so()
    {
        var clock = Clock(10);
        var fired = new List<DateTimeOffset>();
        using var timer = clock.CreateTimer(_ => fired.Add(clock.GetUtcNow()), null, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(10));
        wall.Advance(TimeSpan.FromSeconds(1.9));
        Assert.That(fired, Is.Empty);
        wall.Advance(TimeSpan.FromSeconds(2.1));
        Assert.That(fired, Is.EqualTo(new[] { Ten.AddSeconds(20), Ten.AddSeconds(30), Ten.AddSeconds(40) }));
    }

    [Test]
    public void A_timer_that_was_set_later_fires_once()
    {
        var fired = 0;
        using var timer = Clock(10).CreateTimer(_ => fired++, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        wall.Advance(TimeSpan.FromHours(1));
        Assert.That(fired, Is.Zero);
        timer.Change(TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan);
        wall.Advance(TimeSpan.FromSeconds(1));
        Assert.That(fired, Is.EqualTo(1));
    }

    [Test]
    public async Task What_waits_on_it_waits_by_it()
    {
        var waiting = Task.Delay(TimeSpan.FromMinutes(1), Clock(20), default);
        wall.Advance(TimeSpan.FromSeconds(2.9));
        Assert.That(waiting.IsCompleted, Is.False);
        wall.Advance(TimeSpan.FromSeconds(0.2));
        await waiting;
    }

    [Test]
    public void A_span_that_is_measured_on_it_is_the_demos()
    {
        var clock = Clock(20);
        var start = clock.GetTimestamp();
        wall.Advance(TimeSpan.FromSeconds(3));
        Assert.That(clock.GetElapsedTime(start), Is.EqualTo(TimeSpan.FromMinutes(1)));
    }

    [Test]
    public void The_file_is_read_as_it_was_written_and_names_what_the_phone_network_reads()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("callrouting-").FullName, "clock.json");
        var file = new ClockFile(Ten, Begun, 2.5);
        file.Write(path);
        Assert.That(ClockFile.Read(path), Is.EqualTo(file));
        Assert.That(File.ReadAllText(path), Does.Contain("\"demoEpoch\"").And.Contain("\"wallEpoch\"").And.Contain("\"speed\":2.5"));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    private DemoClock Clock(double speed) => new(new ClockFile(Ten, wall.GetUtcNow(), speed), wall);
}
