namespace CallRouting.Scenarios.Day;

/// <summary>The contact centre through a day: callers by the profile, agents and officers at work.</summary>
public sealed class DayTests
{
    [Test]
    public async Task Half_an_hour_with_three_agents_loses_nobody()
    {
        await using var day = await SimulatedDay.Of(DayPlan.HalfAnHour);
        await day.Live(TestContext.Progress.WriteLine);
        TestContext.Progress.WriteLine($"{System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime}");
        TestContext.Progress.WriteLine(string.Join('\n', day.Watch.Breaches.Take(20)));
        foreach (
            var group in day.Tracks.GroupBy(t =>
                (t.Ended, A: t.WithAgent != null, C: t.Connected != null, K: t.KeptPlace != null, t.SentDirect)
            )
        )
            TestContext.Progress.WriteLine($"{group.Key} {group.Count()}");
        foreach (var f in day.World.Faults.Take(5))
            TestContext.Progress.WriteLine(f);
    }
}
