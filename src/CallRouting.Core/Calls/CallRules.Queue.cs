using NodaTime;

namespace CallRouting.Core.Calls;

/// <summary>The queue: in, taken, out of it, and out of it without losing the place.</summary>
public static partial class CallRules
{
    private static CallDecision Wait(Call call, Instant now) =>
        CallDecision.Of(call with { State = CallState.Waiting, WaitingSince = now, KeepsPlace = false }).Tell(CallStories.Waiting);

    private static CallDecision WaitFirst(Call call, Instant now) =>
        CallDecision
            .Of(call with { State = CallState.Waiting, Agent = null, Transfer = null, First = true, WaitingSince = now })
            .Do(new TellCallerLeg())
            .Tell(Transfers.Stories.AgentLost);

    private static CallDecision Take(Call call, string agent) =>
        CallDecision
            .Of(call with { Agent = new(agent, AgentPlace.Rung), Rooms = call.Rooms + 1 })
            .Do(new DialAgent())
            .Tell(CallStories.Taken, agent);

    // The agent is there first, so that no caller is rung for nobody.
    private static CallDecision LetIn(Call call, Instant now)
    {
        var inRoom = call with { Agent = call.Agent! with { Place = AgentPlace.InRoom } };
        return call.Away
            ? CallDecision.Of(inRoom with { CallerRungUntil = now + CallerRings }).Do(new DialCallerBack()).Tell(CallStories.RingingInTurn)
            : CallDecision.Of(inRoom).Do(new TellCallerLeg());
    }

    private static CallDecision Talk(Call call) =>
        CallDecision
            .Of(call with { State = CallState.WithAgent, First = false, Away = false, CallerRungUntil = null })
            .Tell(CallStories.WithAgent, call.Agent!.AgentId);

    private static CallDecision LoseAgentOnTheWay(Call call) =>
        CallDecision
            .Of(call with { Agent = null, CallerRungUntil = null })
            .Do(call.Away ? new EndCallerLeg() : new TellCallerLeg())
            .Tell(CallStories.AgentNotReached, call.Agent!.AgentId);

    private static CallDecision LeaveQueue(Call call, string entry, params CallAction[] then)
    {
        var decision = CallDecision
            .Of(call with { State = CallState.InMenu, Agent = null })
            .Do(new GoToMenu(entry))
            .Do(then)
            .Tell(CallStories.LeftList, detail: entry);
        return call.Agent is null ? decision : decision.Do(new EndAgentLeg());
    }

    // What the caller hears next is the answer to the key, so nobody needs to tell.
    private static CallDecision KeepPlace(Call call) => LeaveQueue(call with { KeepsPlace = true }, Entries.ChoseCallbackInQueue);

    private static CallDecision GoAway(Call call, Instant now) =>
        CallDecision
            .Of(call with { State = CallState.Waiting, WaitingSince = call.WaitingSince ?? now, KeepsPlace = false, Away = true })
            .Tell(CallStories.KeepsPlace);

    // The call-back stays open with its deadline; the agent, who waits in the room, is told.
    private static CallDecision MissTurn(Call call) => End(call, Ends.MissedTurn);

    // The agent is done. The caller, who may still be there, is asked whether that helped.
    private static CallDecision Serve(Call call) =>
        CallDecision
            .Of(call with { State = CallState.InMenu, Agent = null, Served = true })
            .Do(new GoToMenu(Entries.Afterwards), new TellCallerLeg(), new EndAgentLeg())
            .Tell(CallStories.Served, call.Agent?.AgentId);
}
