using System.Collections.Immutable;
using CallRouting.Core.Transfers;
using NodaTime;

namespace CallRouting.Core.Calls;

/// <summary>The call as it is now, what is to be done, and what the timeline says.</summary>
public sealed record CallDecision(Call Call, ImmutableList<CallAction> Actions, ImmutableList<Told> Story)
{
    public bool IsNothing { get; private init; }

    public static CallDecision Nothing(Call call) => new(call, [], []) { IsNothing = true };

    internal static CallDecision Of(Call call) => new(call, [], []);

    internal CallDecision Do(params CallAction[] actions) => this with { Actions = Actions.AddRange(actions) };

    internal CallDecision Tell(string kind, string? who = null, string? detail = null) =>
        this with
        {
            Story = Story.Add(new(kind, who, detail)),
        };
}

/// <summary>What a call does next outside menu and ladder: the list, the agent, and how it ends. Pure.</summary>
public static class CallRules
{
    public static CallDecision Next(Call call, CallEvent happened, Instant now, Duration longestWait) =>
        (call.State, happened) switch
        {
            (CallState.Ended, _) => CallDecision.Nothing(call),
            (_, CallerHungUp) => End(call, "caller hung up"),

            (CallState.InMenu, AsksForAgent) => Wait(call, now),
            (CallState.InMenu, TransferBegan began) => CallDecision.Of(
                call with
                {
                    State = CallState.InTransfer,
                    Transfer = began.Transfer,
                }
            ),
            // An urgent ladder may still ring when its caller is asked about the call-back, and be answered meanwhile.
            (CallState.InMenu, TransferEnded ended) => EndTransferElsewhere(call, ended),

            (CallState.Waiting, AgentTakes takes) when call.Agent is null => Take(call, takes.AgentId),
            (CallState.Waiting, AgentEntered) when call.Agent is not null => LetIn(call),
            (CallState.Waiting, AgentLost) when call.Agent is not null => CallDecision
                .Of(call with { Agent = null })
                .Do(new TellCallerLeg())
                .Tell(CallStories.AgentNotReached),
            (CallState.Waiting, CallerInRoom) when call.Agent is not null => Talk(call),
            // One fixed rule: until the agent is in the room the caller's wish wins, afterwards the agent has the call.
            (CallState.Waiting, CallerWantsCallback) when call.Agent is not { Place: AgentPlace.InRoom } => LeaveList(
                call,
                Entries.ChoseCallback
            ),
            (CallState.Waiting, WaitPassed) when call.Agent is null && now >= call.WaitingSince + longestWait => LeaveList(
                call,
                Entries.WaitOver,
                new TellCallerLeg()
            ),
            (CallState.Waiting, TransferBegan began) => CallDecision.Of(
                call with
                {
                    State = CallState.InTransfer,
                    Transfer = began.Transfer,
                }
            ),
            (CallState.Waiting, TransferEnded ended) => EndTransferElsewhere(call, ended),

            (CallState.WithAgent, AgentLost) => WaitFirst(call, now),
            (CallState.WithAgent, AgentHangsUp) => End(call, "agent ended the call").Do(new TellCallerLeg()),
            (CallState.WithAgent, TransferBegan began) => CallDecision.Of(
                call with
                {
                    State = CallState.InTransfer,
                    Transfer = began.Transfer,
                }
            ),

            (CallState.InTransfer, AgentLost) => CallDecision.Of(call with { Agent = null }),
            (CallState.InTransfer, CallerWantsCallback) => CallDecision
                .Of(call with { State = CallState.InMenu })
                .Do(new GoToMenu(Entries.ChoseCallback)),
            (CallState.InTransfer, TransferBegan began) when call.Transfer is null => CallDecision.Of(
                call with
                {
                    Transfer = began.Transfer,
                }
            ),
            (CallState.InTransfer, PassedToAgent) when call.Transfer is null => WaitPassedOn(call, now),
            (CallState.InTransfer, TransferEnded ended) when ended.Transfer == call.Transfer => AfterTransfer(call, ended, now),

            // Late, repeated or somebody else's.
            _ => CallDecision.Nothing(call),
        };

    private static CallDecision Wait(Call call, Instant now) =>
        CallDecision.Of(call with { State = CallState.Waiting, WaitingSince = now }).Tell(CallStories.Waiting);

    private static CallDecision Take(Call call, string agent) =>
        CallDecision
            .Of(call with { Agent = new(agent, AgentPlace.Rung), Rooms = call.Rooms + 1 })
            .Do(new DialAgent())
            .Tell(CallStories.Taken, agent);

    private static CallDecision LetIn(Call call) =>
        CallDecision.Of(call with { Agent = call.Agent! with { Place = AgentPlace.InRoom } }).Do(new TellCallerLeg());

    private static CallDecision Talk(Call call) =>
        CallDecision.Of(call with { State = CallState.WithAgent, First = false }).Tell(CallStories.WithAgent, call.Agent!.AgentId);

    private static CallDecision LeaveList(Call call, string entry, params CallAction[] then)
    {
        var decision = CallDecision
            .Of(call with { State = CallState.InMenu, Agent = null })
            .Do(new GoToMenu(entry))
            .Do(then)
            .Tell(CallStories.LeftList, detail: entry);
        return call.Agent is null ? decision : decision.Do(new EndAgentLeg());
    }

    private static CallDecision WaitFirst(Call call, Instant now) =>
        CallDecision
            .Of(call with { State = CallState.Waiting, Agent = null, First = true, WaitingSince = now })
            .Do(new TellCallerLeg())
            .Tell(Stories.AgentLost);

    // Whoever passes a caller on has the caller told.
    private static CallDecision WaitPassedOn(Call call, Instant now) =>
        CallDecision.Of(call with { State = CallState.Waiting, First = true, WaitingSince = now }).Tell(CallStories.Waiting);

    private static CallDecision AfterTransfer(Call call, TransferEnded ended, Instant now) =>
        (ended.How, call.Agent) switch
        {
            (Completed, _) => End(call, "completed"),
            (_, not null) => CallDecision.Of(call with { State = CallState.WithAgent, Transfer = null }),
            // Where to is said next, in the same unit of work.
            (PassedOn, null) => CallDecision.Of(call with { Transfer = null }),
            (Unanswered, null) => CallDecision
                .Of(call with { State = CallState.InMenu, Transfer = null })
                .Do(new GoToMenu(ended.Urgent ? Entries.UnansweredUrgent : Entries.Unanswered)),
            (Abandoned, null) => CallDecision
                .Of(call with { State = CallState.InMenu, Transfer = null })
                .Do(new GoToMenu(Entries.ChoseCallback)),
            // Returned or cancelled by an agent who is lost in the same moment: to the next agent.
            _ => WaitFirst(call, now),
        };

    // The caller is being asked something else; connected callers are Completed, all others go on where they are.
    private static CallDecision EndTransferElsewhere(Call call, TransferEnded ended) =>
        ended.Transfer != call.Transfer ? CallDecision.Nothing(call)
        : ended.How is Completed ? End(call, "completed")
        : CallDecision.Of(call with { Transfer = null });

    private static CallDecision End(Call call, string because)
    {
        var decision = CallDecision
            .Of(call with { State = CallState.Ended, EndedBecause = because, Agent = null })
            .Tell(CallStories.Ended, detail: because);
        return call.Agent switch
        {
            { Place: AgentPlace.Rung } => decision.Do(new EndAgentLeg()),
            { Place: AgentPlace.InRoom } => decision.Do(new TellAgentLeg()),
            _ => decision,
        };
    }
}

/// <summary>Where a flow is entered. A flow without one of these is refused.</summary>
public static class Entries
{
    public const string Start = "start";
    public const string Office = "office";
    public const string Unanswered = "unanswered";
    public const string UnansweredUrgent = "unanswered_urgent";
    public const string WaitOver = "wait_over";
    public const string ChoseCallback = "chose_callback";

    /// <summary>No agent is at work (any more): to the duty phone, or a call-back.</summary>
    public const string PoolEmpty = "pool_empty";

    /// <summary>Pressed 5 in the queue: rung when it is their turn.</summary>
    public const string ChoseCallbackInQueue = "chose_callback_in_queue";

    /// <summary>An agent or officer has finished, and the caller is still there.</summary>
    public const string Afterwards = "afterwards";
}

/// <summary>The timeline's words for a call. Stored for years: add, never change.</summary>
public static class CallStories
{
    public const string Arrived = "call arrived";
    public const string Place = "place known";
    public const string Urgency = "urgency stated";
    public const string Waiting = "waiting for an agent";
    public const string Taken = "taken by agent";
    public const string AgentNotReached = "agent not reached";
    public const string WithAgent = "with agent";
    public const string LeftList = "left the list";
    public const string Ended = "call ended";
}
