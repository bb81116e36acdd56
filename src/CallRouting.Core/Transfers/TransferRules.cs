namespace CallRouting.Core.Transfers;

/// <summary>What a transfer does next. Pure: the same facts give the same answer.</summary>
public static partial class TransferRules
{
    public static Decision Start(Transfer transfer, Moment at) =>
        Climb(
            Decision.Of(transfer with { State = Ringing.NotYet }).Tell(Stories.Started, detail: transfer.HasAgent ? "warm" : "direct"),
            at
        );

    public static Decision Next(Transfer transfer, TransferEvent happened, Moment at) =>
        (transfer.State, happened) switch
        {
            (not Over, AttemptSent sent) => Sent(transfer, sent, at),
            (not Over, AttemptRinging rings) => Rings(transfer, rings, at),
            (not Over, AttemptAnswered answered) => Answered(transfer, answered, at),
            (Ringing, OfficerPressed { Key: '1' } pressed) => Accept(transfer, pressed.Attempt, at),
            (Ringing, OfficerPressed { Key: '2' } pressed) => Decline(transfer, pressed.Attempt, at),
            (Ringing, OfficerPressed { Key: '3' } pressed) => FindRoom(transfer, pressed.Attempt, at),
            (Ringing, AttemptEnded ended) => EndAttempt(transfer, ended, at),
            (Ringing, CallerChoseCallback) => ChooseCallback(transfer, at),
            (Ringing, CallerGone) => LoseCaller(transfer, at),
            (Ringing, AgentGone) => TurnDirect(transfer),
            (Ringing, AgentSkipsConsult) => SkipConsult(transfer),
            (Ringing or Joining, AgentCancels or AgentReturns) => Cancel(transfer, at),
            (Ringing or Joining, AgentLeaves) when transfer.HasAgent => Decision.Of(transfer).Do(new EndAgent()),
            (Ringing, TimePassed) => EndOverdue(transfer, at),

            (Joining joining, OfficerEntered entered) => Enter(transfer, joining, entered, at),
            (Joining or Consulting, CallerHeld) when transfer is { CallerIsInRoom: true, CallerIsHeld: false } => Decision.Of(
                transfer with
                {
                    CallerIsHeld = true,
                }
            ),
            (Joining { OfficerIsIn: true } joining, CallerEntered) => Connect(transfer with { CallerIsInRoom = true }, joining.Attempt),
            (Joining joining, AttemptEnded ended) => LeaveBeforeJoined(transfer, joining, ended, at),
            (Joining, CallerGone) => LoseCaller(transfer, at),
            (Joining, AgentGone) => Decision.Of(WithoutAgent(transfer)).Tell(Stories.AgentLost),
            (Joining, AgentSkipsConsult) => SkipConsult(transfer),
            (Joining joining, TimePassed) => EndOverdueJoining(transfer, joining, at),

            (Consulting consulting, AgentMerges or AgentSkipsConsult) => Merge(transfer, consulting, at),
            (Consulting consulting, AgentLeaves) => Merge(transfer with { AgentIsLeaving = true }, consulting, at),
            (Consulting consulting, CallerUnheld) => Unheld(transfer, consulting),
            (Consulting consulting, TimePassed) when at.Now >= consulting.Until => Merge(
                transfer with
                {
                    CallerIsHeld = false,
                },
                consulting,
                at
            ),
            (Consulting consulting, AgentReturns or AgentCancels) => GiveBack(transfer, consulting.Attempt, at),
            (Consulting consulting, AttemptEnded ended) when ended.Attempt == consulting.Attempt => LoseOfficer(
                transfer,
                ended.Attempt,
                at
            ),
            (Consulting consulting, AgentGone) => Merge(WithoutAgent(transfer), consulting, at).Tell(Stories.AgentLost),
            (Consulting, CallerGone) => LoseCaller(transfer, at),

            (RingingCaller ringing, CallerEntered) => Connect(
                transfer with
                {
                    CallerIsOnLine = true,
                    CallerIsInRoom = true,
                },
                ringing.Attempt
            ),
            (RingingCaller ringing, CallerNotReached) => MissCaller(transfer, ringing, at),
            (RingingCaller ringing, TimePassed) when at.Now >= ringing.Until => MissCaller(transfer, ringing, at, new EndCaller()),
            (RingingCaller ringing, AttemptEnded ended) when ended.Attempt == ringing.Attempt => LoseOfficerWhileRinging(
                transfer,
                ended,
                at
            ),

            (Connected, CallerGone) => Complete(transfer, at),
            (Connected connected, AttemptEnded ended) when ended.Attempt == connected.Attempt => LoseOfficer(transfer, ended.Attempt, at),
            (Connected, AgentLeaves) when transfer.HasAgent => Decision.Of(transfer with { AgentIsLeaving = true }).Do(new EndAgent()),
            (Connected connected, AgentReturns) when transfer.HasAgent => GiveBack(transfer, connected.Attempt, at),
            (Connected, AgentGone) => Decision.Of(WithoutAgent(transfer)),

            (Interrupted, CallerGone) => Decision.Of(transfer with { CallerIsOnLine = false }).In(new Completed()).Tell(Stories.Completed),
            (Interrupted interrupted, TimePassed) when at.Now >= interrupted.Until => RingOnceMore(transfer, interrupted, at),

            // A hold that took effect after its reason had gone: nobody may be left in the music.
            (not (Joining or Consulting), CallerHeld) when transfer.CallerIsInRoom => Decision.Of(transfer).Do(new UnholdCaller()),

            // Late, repeated or somebody else's: the state has moved on, so it changes nothing.
            _ => Decision.Nothing(transfer),
        };

    private static Transfer WithoutAgent(Transfer transfer) => transfer with { HasAgent = false, AgentIsLeaving = false };
}
