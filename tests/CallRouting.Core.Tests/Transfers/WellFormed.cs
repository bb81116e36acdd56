using CallRouting.Core.Transfers;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>What holds for every decision, whatever happened.</summary>
internal static class WellFormed
{
    public static void Check(Decision decision)
    {
        var transfer = decision.Transfer;
        using var all = Assert.EnterMultipleScope();
        CheckAttempts(transfer);
        CheckState(transfer);
        CheckCaller(transfer);
        Assert.That(decision.Actions.Select(AttemptOf).OfType<int>(), Is.All.InRange(1, transfer.Attempts.Count), "actions name attempts");
        Assert.That(decision.Actions, Is.Unique, "nothing is asked for twice at once");
    }

    /// <summary>What holds between what was and what became of it.</summary>
    public static void Step(Transfer before, Decision decision)
    {
        var after = decision.Transfer;
        using var all = Assert.EnterMultipleScope();
        if (before.IsOver)
        {
            Assert.That(after, Is.EqualTo(before), "what is over never changes again");
        }
        Assert.That(
            decision.IsNothing,
            Is.EqualTo(after == before && decision.Actions.IsEmpty && decision.Story.IsEmpty),
            "a decision says honestly whether it is one"
        );
        foreach (var ended in before.Attempts.Where(attempt => attempt.Phase == AttemptPhase.Ended))
        {
            Assert.That(after[ended.Number], Is.EqualTo(ended), "an attempt that has ended is history");
        }
        var dialled = decision.Actions.OfType<DialOfficer>().Select(dial => dial.Attempt);
        var begun = after.Attempts.Skip(before.Attempts.Count).Where(attempt => attempt.Outcome is null).Select(attempt => attempt.Number);
        Assert.That(dialled, Is.EqualTo(begun), "every phone that is to ring is dialled, once");
    }

    private static void CheckAttempts(Transfer transfer)
    {
        Assert.That(transfer.Attempts.Select(attempt => attempt.Number), Is.EqualTo(Enumerable.Range(1, transfer.Attempts.Count)));
        Assert.That(transfer.Attempts.Count(attempt => attempt.Phase == AttemptPhase.Accepted), Is.LessThanOrEqualTo(1), "one officer");
        foreach (var attempt in transfer.Attempts)
        {
            var live = attempt.CanAccept;
            Assert.That(attempt.Until is not null, Is.EqualTo(live), $"attempt {attempt.Number} waits for something, and only then");
            Assert.That(attempt.EndedAt is not null, Is.EqualTo(attempt.Phase == AttemptPhase.Ended), $"attempt {attempt.Number} ended");
            Assert.That(attempt.Outcome is null || !live, $"attempt {attempt.Number} has no outcome before its end");
            Assert.That(attempt.Outcome is not null || attempt.Phase != AttemptPhase.Ended, $"attempt {attempt.Number} ended for a reason");
        }
        var phones = transfer.Attempts.Where(attempt => attempt.CanAccept).Select(attempt => attempt.Who.Phone);
        Assert.That(phones, Is.Unique, "no phone is rung twice at once");
    }

    private static void CheckState(Transfer transfer)
    {
        var live = transfer.Attempts.Where(attempt => attempt.CanAccept);
        if (transfer.State is Ringing)
        {
            Assert.That(live, Is.Not.Empty, "the ladder waits for a phone");
            Assert.That(transfer.Attempts.Where(attempt => attempt.Phase == AttemptPhase.Accepted), Is.Empty);
        }
        else
        {
            Assert.That(live, Is.Empty, "who lost the race was let go");
        }
        if (transfer.State is Ringing or Joining or RingingCaller or Interrupted)
        {
            Assert.That(transfer.WakeAt, Is.Not.Null, "it wakes by itself");
        }
        if (AcceptedIn(transfer.State) is { } accepted)
        {
            Assert.That(transfer[accepted].Phase, Is.EqualTo(AttemptPhase.Accepted));
        }
        if (transfer.IsOver)
        {
            Assert.That(transfer.WakeAt, Is.Null, "over is over");
            Assert.That(transfer.Attempts.Select(attempt => attempt.Phase), Is.All.EqualTo(AttemptPhase.Ended));
        }
    }

    private static void CheckCaller(Transfer transfer)
    {
        Assert.That(transfer.CallerIsOnLine || !transfer.CallerIsInRoom, "who is in the room is on the line");
        Assert.That(transfer.CallerIsInRoom || !transfer.CallerIsHeld, "only in a room is there hold music");
        Assert.That(transfer.CallerIsInRoom || !transfer.HasAgent || transfer.IsOver, "the agent sits with the caller");
        if (transfer.State is Connected connected)
        {
            Assert.That(transfer is { CallerIsInRoom: true, CallerIsHeld: false }, "connected is talking");
            Assert.That(transfer[connected.Attempt].Outcome, Is.EqualTo(Outcome.Accepted));
        }
        if (transfer.State is Ringing or Interrupted or Over)
        {
            Assert.That(transfer.CallerIsHeld, Is.False, "nobody is left in the music");
        }
    }

    private static int? AcceptedIn(TransferState state) =>
        state switch
        {
            Joining at => at.Attempt,
            Consulting at => at.Attempt,
            RingingCaller at => at.Attempt,
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
