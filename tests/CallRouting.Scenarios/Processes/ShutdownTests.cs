namespace CallRouting.Scenarios.Processes;

/// <summary>A server that is asked to stop finishes what it has begun, tells its followers that it is over, and ends well.</summary>
[Category("Kill")]
public sealed class ShutdownTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private string prepared = null!;

    [OneTimeSetUp]
    public async Task Prepare()
    {
        prepared = Directory.CreateTempSubdirectory("prepared-").FullName;
        await Installation.Prepare(prepared);
    }

    [OneTimeTearDown]
    public void Tidy() => Directory.Delete(prepared, recursive: true);

    [Test]
    public async Task A_ringing_that_was_asked_for_is_waited_for_and_the_next_server_goes_on_with_it()
    {
        await using var house = await Installation.Of(prepared, speed: 0.5);
        var (caller, primary) = (house.Phone("+4716000001"), house.Phone("+4712023301"));
        using var feed = await house.Follow();
        var held = house.Wire.HoldsAnswers((request, _) => request.Path.Value!.EndsWith("/Calls.json", StringComparison.Ordinal));
        await caller.Dials("55 55 33 33");
        await caller.Presses("1", "1", "1481", "1");
        await held;

        var began = TimeProvider.System.GetTimestamp();
        house.Server.Terminate();
        await feed.CopyToAsync(Stream.Null);
        Assert.That(house.Server.HasEnded, Is.False, "it waits for what the provider was asked");
        house.Wire.Releases();
        await house.Server.Ends();

        Assert.That(house.Server.ExitCode, Is.Zero, house.Logs);
        Assert.That(TimeProvider.System.GetElapsedTime(began), Is.LessThan(Limit));
        Assert.That(house.Server.Output, Does.Not.Contain("fail:").And.Not.Contain("crit:"));

        await house.StartServer();
        await primary.Answers();
        await primary.Presses("1");
        await caller.IsTalkingWith(primary);
        var story = await house.TheStory();
        Assert.That(story.Timeline.Count(told => told.Kind == "ringing" && told.Who == "Kaia Skogly"), Is.LessThanOrEqualTo(1));
    }

    [Test]
    public async Task A_server_with_nothing_to_do_stops_at_once()
    {
        await using var house = await Installation.Of(prepared, speed: 1);
        house.Server.Terminate();
        await house.Server.Ends();
        Assert.That(house.Server.ExitCode, Is.Zero, house.Logs);
    }
}
