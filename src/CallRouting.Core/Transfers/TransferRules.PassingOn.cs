namespace CallRouting.Core.Transfers;

/// <summary>
/// A connected officer sends the caller on. While an agent is in the room, the agent does it: then the officer's own key leads nowhere but
/// back into the room.
/// </summary>
public static partial class TransferRules
{
    private static Decision StepOut(Transfer transfer, Connected connected, Moment at) =>
        Decision
            .Of(transfer with { CallerIsInRoom = false })
            .In(new PassingOn(connected.Attempt, at.Now + at.Timings.PassingOn, PassOnQuestion.First))
            .Do(new TellCaller())
            .Tell(Stories.SteppedOut, transfer[connected.Attempt].Who.Name);

    // The officer's leg asks by itself after a key; whom only the clock sends back is told.
    private static Decision GoBack(Transfer transfer, PassingOn passing, Moment at, params TransferAction[] actions) =>
        Decision.Of(transfer with { Room = transfer.Room + 1 }).In(new Rejoining(passing.Attempt, at.Now + at.Timings.Joining)).Do(actions);

    private static Decision Reenter(Transfer transfer, Rejoining rejoining, Moment at) =>
        Decision.Of(transfer).In(new Rejoining(rejoining.Attempt, at.Now + at.Timings.Joining, OfficerIsIn: true)).Do(new TellCaller());

    private static Decision LoseRejoining(Transfer transfer, Rejoining rejoining, Moment at)
    {
        var lost = LoseOfficer(transfer, rejoining.Attempt, at);
        return lost.Do(new EndOfficer(rejoining.Attempt));
    }

    // Who stepped out hears the end as the answer to a key; who is in the room is told.
    private static Decision PassOn(Transfer transfer, int attempt, PassesOn passes, Moment at)
    {
        var officer = transfer[attempt];
        var passed = transfer.With(Left(officer, at)) with
        {
            Misrouted = passes.WrongOffice,
            CallerIsInRoom = transfer is { HasAgent: true, CallerIsInRoom: true },
        };
        var decision = Decision.Of(passed).In(new PassedOn()).Tell(Stories.PassedOn, officer.Who.Name, passes.To);
        var told = passes.WrongOffice ? decision.Tell(Stories.WrongOffice, officer.Who.Name) : decision;
        var asked = transfer.HasAgent ? told : told.Do(new TellCaller());
        return transfer.State is Connected ? asked.Do(new TellOfficer(attempt)) : asked;
    }

    // They have talked, so it is no call that was lost.
    private static Decision CompleteApart(Transfer transfer, int attempt, Moment at) =>
        Decision
            .Of(transfer.With(Left(transfer[attempt], at)) with { CallerIsOnLine = false, CallerIsInRoom = false })
            .In(new Completed())
            .Do(new TellOfficer(attempt))
            .Tell(Stories.Completed);
}
