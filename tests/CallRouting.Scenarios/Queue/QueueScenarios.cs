using System.Net;
using CallRouting.Core.Agents;
using CallRouting.PhoneNetwork.Phones;
using CallRouting.Scenarios.Calls;
using NodaTime;

namespace CallRouting.Scenarios.Queue;

/// <summary>Waiting for an agent: who is next, what is told, and every way out of the queue.</summary>
[Category(WorldDatabase.Postgres)]
public sealed class QueueScenarios : Scenario
{
    [Test]
    public async Task Who_must_be_helped_today_is_taken_before_who_can_wait()
    {
        var agent = await World.AgentSignsIn("agent-1");
        await Waits("Caller", urgent: false);
        await World.Passes(20);
        await Waits("Second caller", urgent: true);

        Assert.That((await World.Queue()).Select(place => place.Urgency), Is.EqualTo(new[] { "Urgent", "CanWait" }));
        await agent.TakesNext();
        await World.Phone("Agent").AnswersAndPresses("1");
        await World.Caller("Second caller").IsTalkingWith("Agent");
    }

    [Test]
    public async Task A_place_is_told_and_told_again_when_it_has_changed()
    {
        var agent = await World.AgentSignsIn("agent-1");
        await Waits("Caller");
        var second = await Waits("Second caller");
        // The first would wait longer than anybody is let wait, and will be put through: only the second needs the agent.
        await second.Hears("Du er nummer 2. Ventetiden er omtrent 6 minutter.");

        await agent.TakesNext();
        await World.Phone("Agent").AnswersAndPresses("1");
        await second.Hears("Du er nummer 1. Ventetiden er omtrent 6 minutter.");
        await second.Hears("Vil du heller bli ringt opp, tast 5");
        var times = (await second.Heard()).Count(heard => heard.StartsWith("Du er nummer 1", StringComparison.Ordinal));
        await World.Passes(60);
        Assert.That((await second.Heard()).Count(heard => heard.StartsWith("Du er nummer 1", StringComparison.Ordinal)), Is.EqualTo(times));
    }

    [Test]
    public async Task Any_other_key_says_the_place_again()
    {
        await World.AgentSignsIn("agent-1");
        var caller = await Waits("Caller");
        await caller.Hears("Du er nummer 1");
        await caller.Presses("9");
        await World.Until(
            async () => (await caller.Heard()).Count(heard => heard.StartsWith("Du er nummer 1", StringComparison.Ordinal)) > 1,
            "it is said again"
        );
    }

    [Test]
    public async Task Who_presses_5_hangs_up_keeps_the_place_and_is_rung_when_it_is_their_turn()
    {
        await World.AgentSignsIn("agent-1");
        var caller = await Waits("Caller");
        await World.Passes(30);
        await Waits("Second caller");
        await KeepsThePlace(caller);
        Assert.That((await World.Queue()).Select(place => (place.Position, place.IsCallback)), Is.EqualTo(new[] { (1, true), (2, false) }));

        var second = await World.AgentSignsIn("agent-2", offered: true);
        await World.Phone("Second agent").AnswersAndPresses("1");
        await World.Phone("Second agent").Hears("Vi ringer innringeren nå");
        await caller.Answers();
        await caller.LastHeard("Dette er Nav. Tast 1 for å snakke med oss.");
        await caller.Presses("1");
        await caller.IsTalkingWith("Second agent");
        Assert.That(await World.Callbacks(), Is.Empty, "what the contact centre owed is done");
        var call = (await second.Desk()).Call!;
        Assert.That(call.State, Is.EqualTo("WithAgent"));

        await caller.HangsUp();
        await World.Phone("Second agent").IsFree();
        await World.TimelineOf(
            call.Id,
            "keeps the place, to be rung",
            "ringing the caller in turn",
            "Second agent: with agent",
            "call ended"
        );
    }

    [Test]
    public async Task The_end_of_the_first_call_that_is_heard_of_late_does_not_end_the_second()
    {
        await World.AgentSignsIn("agent-1");
        var caller = await Waits("Caller");
        World.Provider.Set("status-lost", 1);
        await KeepsThePlace(caller);
        World.Provider.Set("status-lost", 0);
        var second = await World.AgentSignsIn("agent-2", offered: true);
        await World.Phone("Second agent").AnswersAndPresses("1");
        await caller.Answers();
        await caller.Presses("1");
        await caller.IsTalkingWith("Second agent");

        await World.Passes(120);

        await caller.IsTalkingWith("Second agent");
        Assert.That((await second.Desk()).Call!.State, Is.EqualTo("WithAgent"));
        await caller.HangsUp();
        await World.Phone("Second agent").IsFree();
    }

    [Test]
    public async Task Who_hangs_up_while_asked_where_to_be_rung_keeps_the_place_as_well()
    {
        await World.AgentSignsIn("agent-1");
        var caller = await Waits("Caller");
        await caller.Presses("5");
        await caller.HangsUp();
        Assert.That((await World.Queue()).Single().IsCallback, Is.True);
        Assert.That(await World.Callbacks(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Who_does_not_answer_when_it_is_their_turn_is_still_owed_a_call_back_and_the_agent_is_told()
    {
        var agent = await World.AgentSignsIn("agent-1");
        var caller = await Waits("Caller");
        await KeepsThePlace(caller);
        await caller.Will(Reaction.Ignore);
        await agent.TakesNext();
        await World.Phone("Agent").AnswersAndPresses("1");
        await World.Phone("Agent").Hears("Innringeren svarer ikke", within: 60);
        await World.Phone("Agent").IsFree();
        Assert.That((await World.TheCall()).EndedBecause, Is.EqualTo("caller did not answer when it was their turn"));
        Assert.That(await World.Callbacks(), Has.Count.EqualTo(1));
        Assert.That(await agent.Presence(), Is.EqualTo("WrapUp"));
    }

    [Test]
    public async Task An_agent_lost_while_the_caller_is_rung_costs_the_caller_nothing()
    {
        var agent = await World.AgentSignsIn("agent-1");
        var caller = await Waits("Caller");
        await KeepsThePlace(caller);
        await agent.TakesNext();
        await World.Phone("Agent").AnswersAndPresses("1");
        await caller.Rings();
        await World.Phone("Agent").HangsUp();
        await caller.IsFree();
        Assert.That((await World.Queue()).Single().IsCallback, Is.True);
    }

    [Test]
    public async Task Until_the_agent_is_in_the_room_5_wins_and_the_agent_is_free_again()
    {
        var agent = await World.AgentSignsIn("agent-1");
        var caller = await Waits("Caller");
        await agent.TakesNext();
        await World.Phone("Agent").Rings();
        await caller.Presses("5");
        await caller.Hears("Vil du at vi ringer deg tilbake");
        await World.Phone("Agent").IsFree();
        Assert.That(await agent.Presence(), Is.EqualTo("Ready"));
    }

    [Test]
    public async Task Once_the_agent_is_on_the_way_in_5_changes_nothing()
    {
        var agent = await World.AgentSignsIn("agent-1");
        var caller = await Waits("Caller");
        await agent.TakesNext();
        await World.Phone("Agent").Answers();
        await Task.WhenAll(World.Phones.Press(World.NumberOf("Agent"), "1"), World.Phones.Press(caller.Number, "5"));
        await World.Settle();
        await World.Until(
            async () => (await caller.Look()).Call?.TalkingWith.Count == 1 || (await World.Queue()).Count == 0,
            "one of the two happens, and nothing between"
        );
        var call = await World.TheCall();
        Assert.That(call.State, Is.AnyOf("WithAgent", "InMenu"));
    }

    [Test]
    public async Task When_the_last_agent_goes_home_the_office_of_who_waits_is_rung()
    {
        var agent = await World.AgentSignsIn("agent-1");
        var caller = await Waits("Caller");
        await agent.Says(PresenceState.SignedOut);
        await caller.Hears("Ingen på kontaktsenteret er ledige. Derfor ringer vi kontoret direkte.");
        await Officer("Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Primary");
    }

    [Test]
    public async Task When_the_last_agents_console_falls_silent_nobody_waits_for_it()
    {
        var agent = await World.AgentSignsIn("agent-1");
        var caller = await Waits("Caller");
        agent.Dies();
        await Officer("Primary").Rings(within: 60);
        await Officer("Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Primary");
    }

    [Test]
    public async Task Who_has_waited_three_minutes_is_put_through_to_the_office()
    {
        await World.AgentSignsIn("agent-1");
        var caller = await Waits("Caller");
        await World.Passes(Duration.FromMinutes(3));
        await Officer("Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Primary");
    }

    [Test]
    public async Task Whose_office_has_no_line_is_owed_a_call_back_by_the_contact_centre_when_nobody_is_at_work()
    {
        var caller = World.Caller();
        await caller.Dials(Population.National);
        await caller.Presses("1", "2", "1767", "1");
        await caller.Hears("Ingen på kontaktsenteret er ledige. Det er ikke et avslag.", within: 60);
        await caller.HangsUp();
        Assert.That((await World.Callbacks()).Single().Line, Is.Null);
    }

    [Test]
    public async Task A_long_queue_is_announced_and_the_call_back_offered()
    {
        await World.AgentSignsIn("agent-1");
        await Waits("Caller");
        var second = World.Caller("Second caller");
        await second.Dials(Population.National);
        await second.Presses("1", "2", "1481", "1");
        await second.Hears("Mange ringer nå");
        await second.Presses("5", "1");
        await second.Hears("Du beholder plassen din");
        await World.Until(async () => (await World.Queue()).Count(place => place.IsCallback) == 1, "the place is kept");
    }

    [Test]
    public async Task An_idle_agent_is_rung_at_once()
    {
        await World.AgentSignsIn("agent-1", offered: true);
        var caller = await Waits("Caller");
        await World.Phone("Agent").AnswersAndPresses("1");
        await caller.IsTalkingWith("Agent");
    }

    [Test]
    public async Task A_restart_of_the_server_loses_no_place()
    {
        var agent = await World.AgentSignsIn("agent-1");
        var caller = await Waits("Caller");
        await KeepsThePlace(caller);
        await World.ServerRestarts();
        Assert.That(await agent.TakesNext(), Is.EqualTo(HttpStatusCode.OK));
        await World.Phone("Agent").AnswersAndPresses("1");
        await caller.AnswersAndPresses("1");
        await caller.IsTalkingWith("Agent");
    }

    private async Task<Person> Waits(string name, bool urgent = false)
    {
        var caller = World.Caller(name);
        await caller.Dials(Population.National);
        await caller.Presses("1", urgent ? "1" : "2", "1481", "1");
        await World.Until(
            async () => (await World.Queue()).Count > 0 && (await World.TheCall()).State is "Waiting" or "WithAgent",
            $"{name} waits"
        );
        return caller;
    }

    private static async Task KeepsThePlace(Person caller)
    {
        await caller.Presses("5");
        await caller.Presses("1");
        await caller.Hears("Du beholder plassen din, og vi ringer deg når det er din tur");
        await caller.IsFree();
    }
}

/// <summary>The queue at the end of the day.</summary>
[Category(WorldDatabase.Postgres)]
public sealed class ClosingQueueScenarios : Scenario
{
    protected override string When => "2026-11-18 14:58";

    [Test]
    public async Task Who_waits_at_closing_time_is_served()
    {
        var agent = await World.AgentSignsIn("agent-1");
        var caller = await World.CallerToNittedal();
        await World.Until(async () => (await World.Queue()).Count == 1, "the caller waits");
        await World.Passes(Duration.FromMinutes(2));
        await agent.TakesTheCall();
        await World.Phone("Agent").AnswersAndPresses("1");
        await caller.IsTalkingWith("Agent");
    }

    [Test]
    public async Task Who_waited_in_vain_at_closing_time_is_promised_a_call_back_and_no_duty_phone_is_rung()
    {
        await World.AgentSignsIn("agent-1");
        var caller = await World.CallerToNittedal();
        await World.Passes(Duration.FromMinutes(4));
        await caller.Hears("Ingen på kontaktsenteret er ledige. Det er ikke et avslag.");
        await Officer("Primary").DoesNotRing();
        Assert.That(await World.Callbacks(), Has.Count.EqualTo(1));
    }
}
