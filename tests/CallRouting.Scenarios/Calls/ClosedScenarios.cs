namespace CallRouting.Scenarios.Calls;

/// <summary>In the evening, on holidays, and just before them.</summary>
public sealed class ClosedScenarios
{
    [Test]
    public async Task In_the_evening_the_municipalitys_own_number_is_told_where_it_has_one()
    {
        await using var world = await World.At("2026-11-18 18:00");
        var caller = world.Caller();
        await caller.Dials(Population.National);
        await caller.Hears("Nav har stengt nå. Vi åpner igjen");
        await caller.Presses("1", "1530", "1");
        await caller.Hears("ring kommunens vakt for akutte sosiale behov");
        await world.NothingWentWrong();
    }

    [Test]
    public async Task In_the_evening_an_office_without_one_promises_to_ring_when_it_opens()
    {
        await using var world = await World.At("2026-11-18 18:00");
        var caller = world.Caller();
        await caller.Dials(Population.National);
        await caller.Presses("1", "1481", "1");
        await caller.Hears("så ringer Nav Nittedal deg");
        await caller.Presses("1");
        await caller.Presses("1");
        await caller.IsFree();
        var callback = (await world.Callbacks()).Single();
        Assert.That((callback.Unit, callback.DueAt), Is.EqualTo(("0233", DateTimeOffset.Parse("2026-11-20T15:00:00+01:00"))));
        await world.NothingWentWrong();
    }

    [Test]
    public async Task On_Wednesday_before_Easter_two_working_days_end_after_Easter()
    {
        await using var world = await World.At("2026-04-01 14:00");
        var caller = await world.CallerToNittedal();
        await caller.Hears("Ingen på Nav Nittedal svarte", within: 120);
        await caller.HangsUp();
        var due = (await world.Callbacks()).Single().DueAt;
        Assert.That(due, Is.EqualTo(DateTimeOffset.Parse("2026-04-08T14:01:30+02:00")).Within(TimeSpan.FromMinutes(1)));
        await world.NothingWentWrong();
    }

    [Test]
    public async Task On_Maundy_Thursday_the_next_opening_is_after_Easter()
    {
        await using var world = await World.At("2026-04-02 10:00");
        var caller = world.Caller();
        await caller.Dials(Population.National);
        await caller.Hears("Vi åpner igjen tirsdag");
        await world.NothingWentWrong();
    }
}
