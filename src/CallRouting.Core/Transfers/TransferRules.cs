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
            (not Over, AttemptDialled dialled) => Dialled(transfer, dialled, at),
            (not Over, AttemptRinging rings) => Rings(transfer, rings, at),
            (not Over, AttemptAnswered answered) => Answered(transfer, answered, at),
            (Ringing, OfficerPressed { Key: '1' } pressed) => Accept(transfer, pressed.Attempt, at),
            (Ringing, OfficerPressed { Key: '2' } pressed) => Decline(transfer, pressed.Attempt, at),
            (Ringing, OfficerPressed { Key: '3' } pressed) => FindRoom(transfer, pressed.Attempt, at),
            (Ringing, AttemptEnded ended) => EndAttempt(transfer, ended, at),
            (Ringing, TimePassed) => EndOverdue(transfer, at),
            (AwaitingPhone, PhoneFree) => RingFreed(transfer, at),
            (AwaitingPhone waiting, TimePassed) when at.Now >= waiting.Until => GiveUp(Decision.Of(transfer)),
            (Ringing or AwaitingPhone, CallerChoseCallback) when transfer.CallerIsOnLine => ChooseCallback(transfer, at),
            (Ringing or AwaitingPhone, AgentGone) when transfer.HasAgent => TurnDirect(transfer),
            (Ringing or AwaitingPhone or Joining, AgentSkipsConsult) when transfer is { HasAgent: true, SkipConsult: false } => SkipConsult(
                transfer
            ),
            (Ringing or AwaitingPhone or Joining, AgentCancels or AgentReturns) when AgentStays(transfer) => Cancel(transfer, at),
            (Ringing or AwaitingPhone or Joining or Connected, AgentLeaves) when transfer.HasAgent => Leave(transfer),
            (Ringing or AwaitingPhone or Joining or Consulting, CallerGone) when transfer.CallerIsOnLine => LoseCaller(transfer, at),

            (Joining joining, OfficerEntered entered) => Enter(transfer, joining, entered, at),
            (Joining { OfficerIsIn: true } joining, CallerEntered) => Connect(CallerIsIn(transfer), joining.Attempt),
            (Joining joining, AttemptEnded ended) when ended.Attempt == joining.Attempt => LeaveBeforeJoined(transfer, ended, at),
            (Joining joining, TimePassed) when at.Now >= joining.Until => EndOverdueJoining(transfer, joining, at),
            (Joining or Connected, AgentGone) when transfer.HasAgent => LoseAgent(transfer),
            (Joining or Consulting, CallerHeld) when transfer is { CallerIsInRoom: true, CallerIsHeld: false } => Hold(transfer),

            (Consulting consulting, AgentMerges or AgentSkipsConsult) when transfer.HasAgent => Merge(transfer, consulting, at),
            (Consulting consulting, AgentLeaves) when transfer.HasAgent => MergeAndLeave(transfer, consulting, at),
            (Consulting consulting, AgentReturns or AgentCancels) when transfer.HasAgent => GiveBack(transfer, consulting.Attempt, at),
            (Consulting consulting, AgentGone) when transfer.HasAgent => Merge(LoseAgent(transfer), consulting, at),
            (Consulting consulting, CallerUnheld) when transfer.CallerIsHeld => Unhold(transfer, consulting),
            (Consulting consulting, TimePassed) when at.Now >= consulting.Until => Merge(Unheld(transfer), consulting, at),
            (Consulting consulting, AttemptEnded ended) when ended.Attempt == consulting.Attempt => LoseOfficer(
                transfer,
                ended.Attempt,
                at
            ),

            (RingingCaller ringing, CallerEntered) => Connect(CallerIsIn(transfer), ringing.Attempt),
            (RingingCaller ringing, CallerNotReached) => MissCaller(transfer, ringing, at),
            (RingingCaller ringing, TimePassed) when at.Now >= ringing.Until => MissCaller(transfer, ringing, at, new EndCaller()),
            (RingingCaller ringing, AttemptEnded ended) when ended.Attempt == ringing.Attempt => LeaveBeforeCaller(transfer, ended, at),

            (Connected, CallerGone) => Complete(transfer, at),
            (Connected connected, AttemptEnded ended) when ended.Attempt == connected.Attempt => LoseOfficer(transfer, ended.Attempt, at),
            (Connected connected, AgentReturns) when AgentStays(transfer) => GiveBack(transfer, connected.Attempt, at),

            (Connected connected, OfficerPressed { Key: '*' } pressed) when pressed.Attempt == connected.Attempt && !transfer.HasAgent =>
                StepOut(transfer, connected, at),
            (Connected connected, PassesOn passes) => PassOn(transfer, connected.Attempt, passes, at),

            (PassingOn passing, PassOnAsked asked) when asked.Attempt == passing.Attempt && asked.Question != passing.Question => Decision
                .Of(transfer)
                .In(passing with { Question = asked.Question }),
            (PassingOn passing, OfficerGoesBack back) when back.Attempt == passing.Attempt => GoBack(transfer, passing, at),
            (PassingOn passing, TimePassed) when at.Now >= passing.Until => GoBack(transfer, passing, at, new TellOfficer(passing.Attempt)),
            (PassingOn passing, PassesOn passes) => PassOn(transfer, passing.Attempt, passes, at),
            (PassingOn passing, CallerGone) => CompleteApart(transfer, passing.Attempt, at),
            (PassingOn passing, AttemptEnded ended) when ended.Attempt == passing.Attempt => LoseOfficer(transfer, ended.Attempt, at),

            (Rejoining { OfficerIsIn: false } rejoining, OfficerEntered entered) when entered.Attempt == rejoining.Attempt => Reenter(
                transfer,
                rejoining,
                at
            ),
            (Rejoining { OfficerIsIn: true } rejoining, CallerEntered) => Connect(CallerIsIn(transfer), rejoining.Attempt),
            (Rejoining rejoining, CallerGone) => CompleteApart(transfer, rejoining.Attempt, at),
            (Rejoining rejoining, AttemptEnded ended) when ended.Attempt == rejoining.Attempt => LoseOfficer(transfer, ended.Attempt, at),
            (Rejoining rejoining, TimePassed) when at.Now >= rejoining.Until => LoseRejoining(transfer, rejoining, at),

            (Interrupted, CallerGone) => HangUpAfterwards(transfer),
            (Interrupted interrupted, TimePassed) when at.Now >= interrupted.Until => RingOnceMore(transfer, interrupted, at),

            // A hold that took effect after its reason had gone: nobody may be left in the music.
            (not (Joining or Consulting), CallerHeld) when transfer.CallerIsInRoom => Decision.Of(transfer).Do(new UnholdCaller()),

            // Late, repeated or somebody else's: the state has moved on, so it changes nothing.
            _ => Decision.Nothing(transfer),
        };
}
