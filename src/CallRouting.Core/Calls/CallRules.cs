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

/// <summary>What a call does next outside menu and ladder: the queue, the agent, and how it ends. Pure.</summary>
public static partial class CallRules
{
    /// <summary>How long a caller who is rung when it is their turn may take to come, the provider's ringing included.</summary>
    public static readonly Duration CallerRings = Duration.FromSeconds(50);

    public static CallDecision Next(Call call, CallEvent happened, Instant now, Duration longestWait) =>
        FreeAgentOf(call, happened, Decide(call, happened, now, longestWait));

    private static CallDecision Decide(Call call, CallEvent happened, Instant now, Duration longestWait) =>
        (call.State, happened) switch
        {
            (CallState.Ended, _) => CallDecision.Nothing(call),
            (CallState.InMenu, CallerKeepsPlace) => GoAway(call, now),
            (CallState.InMenu, CallerHungUp { CanBeRung: true }) when call is { KeepsPlace: true, Served: false } => GoAway(call, now),
            // The line that a caller who is away hung up themselves.
            (CallState.Waiting, CallerHungUp) when call.Away => CallDecision.Nothing(call),
            (_, CallerHungUp) => End(call, call.Served ? Ends.Served : Ends.HungUp),

            (CallState.InMenu, AsksForAgent) => Wait(call, now),
            (CallState.InMenu, TransferBegan began) => InTransfer(call, began),
            // An urgent ladder may still ring when its caller is asked about the call-back, and be answered meanwhile.
            (CallState.InMenu, TransferEnded ended) => EndTransferElsewhere(call, ended),

            (CallState.Waiting, AgentTakes takes) when call.Agent is null => Take(call, takes.AgentId),
            // Told twice, it would ring the caller's phone twice, and the end of either call would be the other's.
            (CallState.Waiting, AgentEntered) when call.Agent is { Place: AgentPlace.Rung } => LetIn(call, now),
            (CallState.Waiting, AgentLost) when call.Agent is not null => LoseAgentOnTheWay(call),
            (CallState.Waiting, CallerIsBack) when call is { Away: true, Agent: not null } => CallDecision.Of(
                call with
                {
                    Away = false,
                    CallerRungUntil = null,
                }
            ),
            (CallState.Waiting, CallerMissedTurn) when call.Away => MissTurn(call),
            (CallState.Waiting, CallerInRoom) when call.Agent is not null => Talk(call),
            // One fixed rule: until the agent is in the room the caller's wish wins, afterwards the agent has the call.
            (CallState.Waiting, CallerWantsCallback) when call is { Away: false, Agent: not { Place: AgentPlace.InRoom } } => KeepPlace(
                call
            ),
            (CallState.Waiting, WaitPassed) when call.Away && now >= call.CallerRungUntil => MissTurn(call).Do(new EndCallerLeg()),
            (CallState.Waiting, WaitPassed) when call is { Away: false, Agent: null } && now >= call.WaitingSince + longestWait =>
                LeaveQueue(call, Entries.WaitOver, new TellCallerLeg()),
            // Who is away keeps the place, over night if need be: the first agent of the morning rings them.
            (CallState.Waiting, PoolEmptied) when call is { Away: false, Agent: null } => LeaveQueue(
                call,
                Entries.PoolEmpty,
                new TellCallerLeg()
            ),
            (CallState.Waiting, TransferBegan began) => InTransfer(call, began),
            (CallState.Waiting, TransferEnded ended) => EndTransferElsewhere(call, ended),

            (CallState.WithAgent, AgentLost) => WaitFirst(call, now),
            (CallState.WithAgent, AgentHangsUp) => Serve(call),
            (CallState.WithAgent, TransferBegan began) => InTransfer(call, began),

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

    private static CallDecision InTransfer(Call call, TransferBegan began) =>
        CallDecision.Of(call with { State = CallState.InTransfer, Transfer = began.Transfer });

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
            .Of(call with { State = CallState.Ended, EndedBecause = because, Agent = null, Away = false, KeepsPlace = false })
            .Tell(CallStories.Ended, detail: because);
        return call.Agent switch
        {
            { Place: AgentPlace.Rung } => decision.Do(new EndAgentLeg()),
            { Place: AgentPlace.InRoom } => decision.Do(new TellAgentLeg()),
            _ => decision,
        };
    }

    // However an agent came out of a call, presence hears of it.
    private static CallDecision FreeAgentOf(Call before, CallEvent happened, CallDecision decision) =>
        before.Agent is not { } agent || decision.Call.Agent?.AgentId == agent.AgentId
            ? decision
            : decision.Do(
                new FreeAgent(
                    agent.AgentId,
                    agent.Place == AgentPlace.InRoom ? Freed.Finished
                        : happened is AgentLost ? Freed.Missed
                        : Freed.Spared
                )
            );
}

/// <summary>Why a call ended, where it was no hang-up in a talk. Stored: add, never change.</summary>
public static class Ends
{
    public const string HungUp = "caller hung up";
    public const string Served = "agent ended the call";
    public const string MissedTurn = "caller did not answer when it was their turn";
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
    public const string KeepsPlace = "keeps the place, to be rung";
    public const string RingingInTurn = "ringing the caller in turn";
    public const string Taken = "taken by agent";
    public const string AgentNotReached = "agent not reached";
    public const string WithAgent = "with agent";
    public const string LeftList = "left the list";
    public const string Served = "agent has finished";
    public const string Needs = "needs known";
    public const string Noted = "note written";
    public const string Ended = "call ended";
    public const string SentOn = "sent on to another number";
    public const string NotSentOn = "other number did not answer";
    public const string Helped = "caller was helped";
    public const string NotHelped = "caller was not helped";

    /// <summary>We could not go on, and said so; the fallback number was dialled or named.</summary>
    public const string MetApology = "met our apology";

    /// <summary>More called than we could answer; the fallback number was dialled or named.</summary>
    public const string TurnedAway = "turned away, too many called";
}
