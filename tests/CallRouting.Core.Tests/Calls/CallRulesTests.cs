using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using NodaTime;

namespace CallRouting.Core.Tests.Calls;

/// <summary>The queue's part of a call, told in order.</summary>
public sealed class CallRulesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 18, 9, 0);
    private static readonly Duration LongestWait = Duration.FromMinutes(3);

    private readonly List<CallAction> done = [];
    private Call call = new() { Id = new("call"), State = CallState.InMenu };

    [SetUp]
    public void Begin()
    {
        call = new() { Id = new("call"), State = CallState.InMenu };
        done.Clear();
    }

    [Test]
    public void An_agent_takes_a_caller_and_the_caller_is_led_in_when_the_agent_is_there()
    {
        Happens(new AsksForAgent(), new AgentTakes("a"));
        Assert.That(done, Is.EqualTo(new CallAction[] { new DialAgent() }));
        Happens(new AgentEntered());
        Assert.That(done[^1], Is.EqualTo(new TellCallerLeg()));
        Happens(new CallerInRoom());
        Assert.That(call.State, Is.EqualTo(CallState.WithAgent));
    }

    [Test]
    public void A_second_agent_changes_nothing()
    {
        Happens(new AsksForAgent(), new AgentTakes("a"));
        Assert.That(Next(new AgentTakes("b")).IsNothing, Is.True);
    }

    [Test]
    public void An_agent_who_does_not_answer_is_marked_and_the_caller_keeps_the_place()
    {
        Happens(new AsksForAgent(), new AgentTakes("a"));
        Happens(Duration.FromSeconds(20), new AgentLost());
        Assert.That(done, Does.Contain(new FreeAgent("a", Freed.Missed)));
        Assert.That((call.State, call.WaitingSince), Is.EqualTo((CallState.Waiting, (Instant?)Now)));
    }

    [Test]
    public void An_agent_who_was_rung_for_a_caller_who_left_is_spared()
    {
        Happens(new AsksForAgent(), new AgentTakes("a"), new CallerHungUp());
        Assert.That(done, Is.EqualTo(new CallAction[] { new DialAgent(), new EndAgentLeg(), new FreeAgent("a", Freed.Spared) }));
        Assert.That(call.State, Is.EqualTo(CallState.Ended));
    }

    [Test]
    public void Five_keeps_the_place_from_the_first_second_of_waiting()
    {
        Happens(new AsksForAgent());
        Happens(Duration.FromSeconds(70), new CallerWantsCallback());
        Assert.That(done[^1], Is.EqualTo(new GoToMenu(Entries.ChoseCallbackInQueue)));
        Happens(Duration.FromSeconds(90), new CallerKeepsPlace());
        Assert.That((call.State, call.Away, call.WaitingSince), Is.EqualTo((CallState.Waiting, true, (Instant?)Now)));
        Assert.That(Next(new CallerHungUp(true)).IsNothing, Is.True, "the line that they hang up themselves");
    }

    [Test]
    public void Who_hangs_up_without_a_number_to_ring_has_left()
    {
        Happens(new AsksForAgent(), new CallerWantsCallback(), new CallerHungUp(CanBeRung: false));
        Assert.That(call.State, Is.EqualTo(CallState.Ended));
    }

    [Test]
    public void Who_is_away_is_rung_when_the_agent_is_in_the_room_and_not_before()
    {
        Happens(new AsksForAgent(), new CallerWantsCallback(), new CallerKeepsPlace(), new AgentTakes("a"));
        Assert.That(done, Does.Not.Contain(new DialCallerBack()));
        Happens(new AgentEntered());
        Assert.That(done[^1], Is.EqualTo(new DialCallerBack()));
        Happens(new CallerIsBack(), new CallerInRoom());
        Assert.That((call.State, call.Away), Is.EqualTo((CallState.WithAgent, false)));
    }

    [Test]
    public void Who_misses_the_turn_by_silence_is_not_rung_for_ever()
    {
        Happens(new AsksForAgent(), new CallerWantsCallback(), new CallerKeepsPlace(), new AgentTakes("a"), new AgentEntered());
        Assert.That(Next(new WaitPassed()).IsNothing, Is.True);
        Happens(CallRules.CallerRings, new WaitPassed());
        Assert.That(call.EndedBecause, Is.EqualTo(Ends.MissedTurn));
        Assert.That(done, Does.Contain(new EndCallerLeg()).And.Contain(new FreeAgent("a", Freed.Finished)));
    }

    [Test]
    public void An_agent_whose_entering_is_told_twice_has_who_is_away_rung_once()
    {
        Happens(new AsksForAgent(), new CallerWantsCallback(), new CallerKeepsPlace(), new AgentTakes("a"), new AgentEntered());
        Assert.That(done, Does.Contain(new DialCallerBack()));
        Assert.That(Next(new AgentEntered()).IsNothing, Is.True);
    }

    [Test]
    public void Who_is_away_does_not_wait_too_long_and_outlasts_an_empty_pool()
    {
        Happens(new AsksForAgent(), new CallerWantsCallback(), new CallerKeepsPlace());
        Assert.That(Next(new PoolEmptied()).IsNothing, Is.True);
        Assert.That(CallRules.Next(call, new WaitPassed(), Now + Duration.FromHours(2), LongestWait).IsNothing, Is.True);
    }

    [Test]
    public void An_empty_pool_leads_who_waits_on_the_line_back_to_the_flow()
    {
        Happens(new AsksForAgent(), new PoolEmptied());
        Assert.That(done, Is.EqualTo(new CallAction[] { new GoToMenu(Entries.PoolEmpty), new TellCallerLeg() }));
        Assert.That(call.State, Is.EqualTo(CallState.InMenu));
    }

    [Test]
    public void An_agent_who_is_done_leaves_the_caller_with_one_question_and_nothing_owed()
    {
        Happens(new AsksForAgent(), new AgentTakes("a"), new AgentEntered(), new CallerInRoom(), new AgentHangsUp());
        Assert.That(
            done.TakeLast(4),
            Is.EqualTo(
                new CallAction[]
                {
                    new GoToMenu(Entries.Afterwards),
                    new TellCallerLeg(),
                    new EndAgentLeg(),
                    new FreeAgent("a", Freed.Finished),
                }
            )
        );
        Happens(new CallerHungUp(CanBeRung: true));
        Assert.That(call.EndedBecause, Is.EqualTo(Ends.Served));
    }

    [Test]
    public void An_agent_lost_in_a_talk_sends_the_caller_to_the_front()
    {
        Happens(new AsksForAgent(), new AgentTakes("a"), new AgentEntered(), new CallerInRoom(), new AgentLost());
        Assert.That((call.State, call.First), Is.EqualTo((CallState.Waiting, true)));
    }

    [Test]
    public void What_has_ended_stays_ended()
    {
        Happens(new CallerHungUp());
        CallEvent[] late =
        [
            new AsksForAgent(),
            new AgentTakes("a"),
            new AgentEntered(),
            new CallerInRoom(),
            new CallerIsBack(),
            new CallerMissedTurn(),
            new CallerKeepsPlace(),
            new PoolEmptied(),
            new WaitPassed(),
            new TransferEnded(new TransferId("t"), new Completed(), false),
        ];
        Assert.That(late.Select(happened => Next(happened).IsNothing), Is.All.True);
    }

    private void Happens(params CallEvent[] events) => Happens(Duration.Zero, events);

    private void Happens(Duration after, params CallEvent[] events)
    {
        foreach (var happened in events)
        {
            var decision = CallRules.Next(call, happened, Now + after, LongestWait);
            Assert.That(decision.IsNothing, Is.False, $"{happened} in {call.State}");
            call = decision.Call;
            done.AddRange(decision.Actions);
        }
    }

    private CallDecision Next(CallEvent happened) => CallRules.Next(call, happened, Now, LongestWait);
}
