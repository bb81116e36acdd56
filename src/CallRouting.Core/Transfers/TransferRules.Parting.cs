namespace CallRouting.Core.Transfers;

/// <summary>Somebody hangs up. Nobody is stranded by somebody else's hang-up.</summary>
public static partial class TransferRules
{
    private static Transfer WithoutAgent(Transfer transfer) => transfer with { HasAgent = false, AgentIsLeaving = false };

    // An agent whose leg is being ended has decided already.
    private static bool AgentStays(Transfer transfer) => transfer is { HasAgent: true, AgentIsLeaving: false };

    private static Decision Leave(Transfer transfer) => Decision.Of(transfer with { AgentIsLeaving = true }).Do(new EndAgent());

    private static Decision LoseAgent(Transfer transfer) =>
        Decision.Of(WithoutAgent(transfer)).Tell(transfer.AgentIsLeaving ? Stories.AgentLeft : Stories.AgentLost);

    private static Decision TurnDirect(Transfer transfer)
    {
        var lost = LoseAgent(transfer);
        return lost.With(lost.Transfer with { CallerIsInRoom = false, CallerIsHeld = false }).Do(new TellCaller());
    }

    // An urgent caller who leaves does not stop the ladder: whoever accepts is connected by ringing the caller.
    private static Decision LoseCaller(Transfer transfer, Moment at)
    {
        var gone = WithoutAgent(transfer) with { CallerIsOnLine = false, CallerIsInRoom = false, CallerIsHeld = false };
        var told = Decision.Of(gone).Tell(Stories.CallerLeft);
        var decision = transfer.HasAgent ? told.Do(new TellAgent()) : told;
        return (transfer.Urgent, transfer.State) switch
        {
            (false, _) => Abandon(decision, at),
            (true, Joining { OfficerIsIn: true } joining) => RingCaller(decision, joining.Attempt, at),
            (true, Consulting consulting) => RingCaller(decision, consulting.Attempt, at),
            _ => decision,
        };
    }

    // What the caller hears next is the answer to the key, so nobody needs to tell. An urgent ladder rings on.
    private static Decision ChooseCallback(Transfer transfer, Moment at)
    {
        var chosen = Decision.Of(transfer).Tell(Stories.CallerLeft, detail: "chose a call-back");
        return transfer.Urgent ? chosen : Abandon(chosen, at);
    }

    private static Decision Abandon(Decision decision, Moment at) => Release(decision, at).In(new Abandoned()).Tell(Stories.Abandoned);

    private static Decision Cancel(Transfer transfer, Moment at)
    {
        var released = Release(Decision.Of(transfer), at).In(new Cancelled()).Tell(Stories.Cancelled);
        return released.With(released.Transfer with { CallerIsHeld = false }).Do(new UnholdCaller());
    }

    // Every phone that still rings or listens is let go; who was accepted hears why.
    private static Decision Release(Decision decision, Moment at)
    {
        var accepted = decision.Transfer.Attempts.Where(attempt => attempt.Phase == AttemptPhase.Accepted && attempt.Outcome is not null);
        return WithdrawOthers(
            accepted.Aggregate(decision, (so, attempt) => so.Do(new TellOfficer(attempt.Number)).With(so.Transfer.With(Left(attempt, at)))),
            except: null,
            at
        );
    }

    private static Attempt Left(Attempt attempt, Moment at) => attempt with { Phase = AttemptPhase.Ended, EndedAt = at.Now, Until = null };

    private static Decision GiveBack(Transfer transfer, int number, Moment at) =>
        Decision
            .Of(transfer.With(Left(transfer[number], at)) with { CallerIsHeld = false })
            .In(new Returned())
            .Do(new EndOfficer(number), new UnholdCaller())
            .Tell(Stories.Returned);

    private static Decision LoseOfficer(Transfer transfer, int number, Moment at)
    {
        var left = transfer.With(Left(transfer[number], at));
        var decision = Decision.Of(left).Tell(Stories.OfficerLost, transfer[number].Who.Name);
        return transfer.HasAgent
            ? decision.With(left with { CallerIsHeld = false }).In(new Returned()).Do(new UnholdCaller()).Tell(Stories.Returned)
            : decision
                .With(left with { CallerIsInRoom = false, CallerIsHeld = false })
                .In(new Interrupted(number, at.Now + at.Timings.Interrupted))
                .Do(new TellCaller());
    }

    private static Decision MissCaller(Transfer transfer, RingingCaller ringing, Moment at, params TransferAction[] actions) =>
        Decision
            .Of(transfer.With(Left(transfer[ringing.Attempt], at)))
            .Do(actions)
            .Do(new TellOfficer(ringing.Attempt))
            .In(new Abandoned())
            .Tell(Stories.Abandoned, detail: "the caller did not answer");

    private static Decision Complete(Transfer transfer, Moment at)
    {
        var connected = (Connected)transfer.State;
        var over = transfer.With(Left(transfer[connected.Attempt], at)) with { CallerIsOnLine = false, CallerIsInRoom = false };
        var decision = Decision.Of(over).In(new Completed()).Do(new EndOfficer(connected.Attempt)).Tell(Stories.Completed);
        return transfer.HasAgent ? decision.Do(new TellAgent()) : decision;
    }

    private static Decision HangUpAfterwards(Transfer transfer) =>
        Decision.Of(transfer with { CallerIsOnLine = false }).In(new Completed()).Tell(Stories.Completed);

    // The caller stayed, so it was no goodbye: the same officer once more, then the whole ladder afresh.
    private static Decision RingOnceMore(Transfer transfer, Interrupted interrupted, Moment at)
    {
        var lost = transfer[interrupted.Attempt];
        var afresh = transfer with { ClimbFrom = transfer.Attempts.Count + 1, ClimbSince = at.Now, State = Ringing.NotYet };
        return Climb(
            RingOne(Decision.Of(afresh), Ringing.OnceMore, lost.Who, SkipReason(afresh, RungOf(transfer, lost), 0, lost.Who, at), at),
            at
        );
    }
}
