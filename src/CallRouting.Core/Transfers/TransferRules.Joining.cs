namespace CallRouting.Core.Transfers;

/// <summary>From an officer's 1 to two voices in one room.</summary>
public static partial class TransferRules
{
    // First accept wins: from here on the state is no longer Ringing, so that a later 1 finds nothing to accept.
    private static Decision Accept(Transfer transfer, int number, Moment at)
    {
        if (Live(transfer, number) is not { CanAccept: true } attempt)
        {
            return Decision.Nothing(transfer);
        }
        var accepted = attempt with { Phase = AttemptPhase.Accepted, AnsweredAt = attempt.AnsweredAt ?? at.Now, Until = null };
        var joining = transfer.With(accepted) with { Room = transfer.CallerIsInRoom ? transfer.Room : transfer.Room + 1 };
        var decision = WithdrawOthers(Decision.Of(joining), number, at)
            .In(new Joining(number, at.Now + at.Timings.Joining))
            .Tell(Stories.Accepted, attempt.Who.Name);
        return transfer is { HasAgent: true, SkipConsult: false, AgentIsLeaving: false } ? decision.Do(new HoldCaller()) : decision;
    }

    private static Decision WithdrawOthers(Decision decision, int? except, Moment at) =>
        decision
            .Transfer.Attempts.Where(attempt => attempt.Outcome is null && attempt.Number != except)
            .Aggregate(
                decision,
                (so, attempt) =>
                    // Who listens is told that a colleague took the call; a phone that only rings falls silent.
                    Finish(
                        so.Do(attempt.HasAnswered ? new TellOfficer(attempt.Number) : new EndOfficer(attempt.Number)),
                        attempt,
                        Outcome.Withdrawn,
                        at
                    )
            );

    private static Decision Enter(Transfer transfer, Joining joining, OfficerEntered entered, Moment at)
    {
        if (entered.Attempt != joining.Attempt || joining.OfficerIsIn)
        {
            return Decision.Nothing(transfer);
        }
        var decision = Decision.Of(transfer.With(transfer[joining.Attempt] with { Outcome = Outcome.Accepted }));
        return transfer switch
        {
            { CallerIsOnLine: false } => RingCaller(decision, joining.Attempt, at),
            { CallerIsInRoom: false } => decision
                .In(new Joining(joining.Attempt, at.Now + at.Timings.Joining, OfficerIsIn: true))
                .Do(new TellCaller()),
            { HasAgent: true, SkipConsult: false, AgentIsLeaving: false } => decision
                .In(new Consulting(joining.Attempt))
                .Tell(Stories.Consulting, transfer[joining.Attempt].Who.Name),
            _ => Merge(decision, new Consulting(joining.Attempt), at),
        };
    }

    // The caller comes out of the music first. Whom nobody reported on hold counts as out of it, and is taken out all the same: the
    // report of the hold may be lost, or that of an earlier hold's end have come late.
    private static Decision Merge(Decision decision, Consulting consulting, Moment at)
    {
        var asked = decision.Do(new UnholdCaller());
        return decision.Transfer.CallerIsHeld
            ? asked.In(consulting with { Until = consulting.Until ?? at.Now + at.Timings.Unholding })
            : Connect(asked, consulting.Attempt);
    }

    private static Decision Merge(Transfer transfer, Consulting consulting, Moment at) => Merge(Decision.Of(transfer), consulting, at);

    private static Decision MergeAndLeave(Transfer transfer, Consulting consulting, Moment at) =>
        Merge(transfer with { AgentIsLeaving = true }, consulting, at);

    private static Decision Hold(Transfer transfer) => Decision.Of(transfer with { CallerIsHeld = true });

    private static Decision Unhold(Transfer transfer, Consulting consulting) =>
        consulting.Until is null ? Decision.Of(Unheld(transfer)) : Connect(Unheld(transfer), consulting.Attempt);

    private static Transfer Unheld(Transfer transfer) => transfer with { CallerIsHeld = false };

    private static Transfer CallerIsIn(Transfer transfer) => transfer with { CallerIsOnLine = true, CallerIsInRoom = true };

    private static Decision RingCaller(Decision decision, int attempt, Moment at) =>
        decision.In(new RingingCaller(attempt, at.Now + at.Timings.RingingCaller)).Do(new DialCaller()).Tell(Stories.RingingCaller);

    private static Decision Connect(Transfer transfer, int attempt) => Connect(Decision.Of(transfer), attempt);

    private static Decision Connect(Decision decision, int attempt)
    {
        var connected = decision.In(new Connected(attempt)).Tell(Stories.Connected, decision.Transfer[attempt].Who.Name);
        return connected.Transfer is { HasAgent: true, AgentIsLeaving: true } ? connected.Do(new EndAgent()) : connected;
    }

    private static Decision SkipConsult(Transfer transfer) => Decision.Of(transfer with { SkipConsult = true });

    private static Decision LeaveBeforeJoined(Transfer transfer, AttemptEnded ended, Moment at) =>
        Resume(transfer, ended.Attempt, OutcomeOf(ended.Ending), at);

    private static Decision LeaveBeforeCaller(Transfer transfer, AttemptEnded ended, Moment at) =>
        Resume(transfer, ended.Attempt, OutcomeOf(ended.Ending), at, new EndCaller());

    private static Decision EndOverdueJoining(Transfer transfer, Joining joining, Moment at) =>
        Resume(transfer, joining.Attempt, Outcome.OurFailure, at, new EndOfficer(joining.Attempt));

    // The ladder goes on from the highest step that has been rung, which is not the accepter's who took a minute to find a room.
    private static Decision Resume(Transfer transfer, int number, Outcome outcome, Moment at, params TransferAction[] actions)
    {
        var failed = transfer[number] with { Outcome = null };
        var highest = new Ringing(transfer.Attempts.Skip(transfer.ClimbFrom - 1).Max(attempt => attempt.Step));
        var decision = Finish(Decision.Of(transfer).Do(actions), failed, outcome, at).In(highest);
        return Climb(OutOfRoom(decision, transfer.State), at);
    }

    // With the agent the caller talks again; alone in a room, or on the way into it, the caller comes back to us.
    private static Decision OutOfRoom(Decision decision, TransferState left) =>
        decision.Transfer switch
        {
            { HasAgent: true } talking => decision.With(talking with { CallerIsHeld = false }).Do(new UnholdCaller()),
            { CallerIsInRoom: true } alone => decision
                .With(alone with { CallerIsHeld = false, CallerIsInRoom = false })
                .Do(new TellCaller()),
            { CallerIsOnLine: true } when left is Joining { OfficerIsIn: true } => decision.Do(new TellCaller()),
            _ => decision,
        };
}
