using CallRouting.Core.Transfers;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>What holds for every decision, whatever happened. A fault is a sentence.</summary>
internal static class WellFormed
{
    public static void Check(Decision decision) => Assert.That(Faults(decision), Is.Empty);

    public static void Step(Transfer before, Decision decision) => Assert.That(Faults(before, decision), Is.Empty);

    public static IEnumerable<string> Faults(Decision decision) =>
        [
            .. decision.Transfer.Attempts.SelectMany(FaultsOf),
            .. FaultsOfState(decision.Transfer),
            .. FaultsOfCaller(decision.Transfer),
            .. FaultsOfActions(decision),
        ];

    /// <summary>What holds between what was and what became of it.</summary>
    public static IEnumerable<string> Faults(Transfer before, Decision decision)
    {
        var after = decision.Transfer;
        if (before.IsOver && after != before)
        {
            yield return "what was over has changed";
        }
        if (decision.IsNothing != (after == before && decision.Actions.IsEmpty && decision.Story.IsEmpty))
        {
            yield return "a decision that is nothing says so, and only such a one";
        }
        foreach (var ended in before.Attempts.Where(attempt => attempt.Phase == AttemptPhase.Ended && after[attempt.Number] != attempt))
        {
            yield return $"attempt {ended.Number} had ended and has changed";
        }
        var begun = after.Attempts.Skip(before.Attempts.Count).Where(attempt => attempt.Outcome is null).Select(attempt => attempt.Number);
        if (!decision.Actions.OfType<DialOfficer>().Select(dial => dial.Attempt).SequenceEqual(begun))
        {
            yield return "not exactly the phones that are to ring are dialled";
        }
    }

    private static IEnumerable<string> FaultsOf(Attempt attempt)
    {
        var ended = attempt.Phase == AttemptPhase.Ended;
        if (attempt.CanAccept != attempt.Until is not null)
        {
            yield return $"attempt {attempt.Number} must wake exactly while it can be accepted";
        }
        if (ended != attempt.EndedAt is not null || (ended && attempt.Outcome is null))
        {
            yield return $"attempt {attempt.Number} must have an end and an outcome exactly when it has ended";
        }
        if (attempt is { CanAccept: true, Outcome: not null })
        {
            yield return $"attempt {attempt.Number} has an outcome before its end";
        }
    }

    private static IEnumerable<string> FaultsOfState(Transfer transfer)
    {
        var live = transfer.Attempts.Where(attempt => attempt.CanAccept).ToList();
        var accepted = transfer.Attempts.Where(attempt => attempt.Phase == AttemptPhase.Accepted).Select(attempt => (int?)attempt.Number);
        if (live.Count > 0 != transfer.State is Ringing)
        {
            yield return "phones ring while the state is Ringing, and only then";
        }
        if (live.DistinctBy(attempt => attempt.Who.Phone).Count() < live.Count)
        {
            yield return "a phone is rung twice at once";
        }
        if (!accepted.SequenceEqual(AcceptedIn(transfer.State) is { } one ? [one] : []))
        {
            yield return "the officer who is joined is the one who accepted, and nobody else has";
        }
        if (
            transfer.State is Ringing or AwaitingPhone or Joining or RingingCaller or PassingOn or Rejoining or Interrupted
            && transfer.WakeAt is null
        )
        {
            yield return "a state that must pass does not wake";
        }
        if (transfer.IsOver && transfer.WakeAt is not null)
        {
            yield return "what is over wakes";
        }
    }

    private static IEnumerable<string> FaultsOfCaller(Transfer transfer)
    {
        if (transfer is { CallerIsInRoom: true, CallerIsOnLine: false } or { CallerIsHeld: true, CallerIsInRoom: false })
        {
            yield return "held is in the room, and in the room is on the line";
        }
        if (transfer is { HasAgent: true, CallerIsInRoom: false, IsOver: false })
        {
            yield return "an agent sits in the room without the caller";
        }
        if (transfer is { CallerIsHeld: true, State: not (Joining or Consulting) })
        {
            yield return "the caller is left in the music";
        }
        if (transfer is { State: Connected, CallerIsInRoom: false })
        {
            yield return "connected, and the caller is not in the room";
        }
        if (transfer.State is Connected at && transfer[at.Attempt].Outcome != Outcome.Accepted)
        {
            yield return "connected to an officer who has not accepted";
        }
    }

    private static IEnumerable<string> FaultsOfActions(Decision decision)
    {
        if (decision.Actions.Select(AttemptOf).Any(number => number < 1 || number > decision.Transfer.Attempts.Count))
        {
            yield return "an action is about an attempt that does not exist";
        }
        if (decision.Actions.Distinct().Count() < decision.Actions.Count)
        {
            yield return "something is asked for twice at once";
        }
    }

    private static int? AcceptedIn(TransferState state) =>
        state switch
        {
            Joining at => at.Attempt,
            Consulting at => at.Attempt,
            RingingCaller at => at.Attempt,
            PassingOn at => at.Attempt,
            Rejoining at => at.Attempt,
            Connected at => at.Attempt,
            _ => null,
        };

    private static int? AttemptOf(TransferAction action) =>
        action switch
        {
            DialOfficer dial => dial.Attempt,
            EndOfficer end => end.Attempt,
            TellOfficer tell => tell.Attempt,
            _ => null,
        };
}
