namespace CallRouting.Scenarios.Day;

/// <summary>The contact centre through a day: callers by the profile, agents and officers at work, and nobody lost.</summary>
public sealed class DayTests
{
    [Test]
    public async Task Half_an_hour_with_three_agents_loses_nobody()
    {
        await using var day = await SimulatedDay.Of(DayPlan.HalfAnHour);
        var figures = await Lived(day);
        Assert.That(figures.Offered, Is.GreaterThan(20));
        Assert.That(figures.AnsweredByAgents, Is.GreaterThan(10));
        Assert.That(figures.ConnectedWithOfficer, Is.GreaterThan(10));
    }

    /// <summary>About a quarter of an hour of a processor; prints its figures as a table and as one JSON object.</summary>
    [Test]
    [Category("Long")]
    [Explicit("the whole day")]
    public async Task Ten_times_the_usual_volume_and_thirty_agents_lose_nobody()
    {
        await using var day = await SimulatedDay.Of(DayPlan.TenTimesTheVolume);
        var figures = await Lived(day);
        Assert.That(figures.Offered, Is.EqualTo(DayPlan.TenTimesTheVolume.Calls).Within(5).Percent);
        Assert.That(figures.KeptPlace, Is.GreaterThan(100));
        Assert.That(figures.SentDirectWaitOver, Is.GreaterThan(1_000));
    }

    internal static async Task<Figures> Lived(SimulatedDay day)
    {
        await day.Live(async passed => TestContext.Progress.WriteLine($"{passed:hh\\:mm} {(await Figures.Of(day, [])).Json()}"));
        var breaches = await Invariants.Breaches(day.World);
        var figures = await Figures.Of(day, breaches);
        TestContext.Progress.WriteLine(figures.Table());
        TestContext.Progress.WriteLine(figures.Json());
        Assert.Multiple(() =>
        {
            Assert.That(figures.Offered, Is.EqualTo(day.Dialled), "every caller who dialled was heard");
            Assert.That(breaches, Is.Empty, "nobody is lost, and nothing is owed twice");
            Assert.That(day.Watch.Breaches, Is.Empty, "no silence, and no phone or room with two calls");
        });
        await day.World.NothingWentWrong();
        return figures;
    }
}
