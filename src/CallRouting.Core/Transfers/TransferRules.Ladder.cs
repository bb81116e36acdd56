using NodaTime;

namespace CallRouting.Core.Transfers;

/// <summary>Ringing: one step after another, until somebody presses 1 or the ladder is spent.</summary>
public static partial class TransferRules
{
    private static Decision Sent(Transfer transfer, AttemptSent sent, Moment at) =>
        Live(transfer, sent.Attempt) is { Phase: AttemptPhase.Dialling } attempt
            ? Decision.Of(
                transfer.With(
                    attempt with
                    {
                        SentAt = attempt.SentAt ?? at.Now,
                        Queued = sent.Queued,
                        Until = at.Now + sent.Queued + RingFor(transfer, attempt) + at.Timings.RingSlack,
                    }
                )
            )
            : Decision.Nothing(transfer);

    // What was an estimate is measured now. Time in the provider's queue is nobody's ring time.
    private static Decision Dialled(Transfer transfer, AttemptDialled dialled, Moment at)
    {
        if (Live(transfer, dialled.Attempt) is not { Phase: AttemptPhase.Dialling } attempt)
        {
            return Decision.Nothing(transfer);
        }
        var sentAt = attempt.SentAt ?? at.Now;
        var known = attempt with
        {
            SentAt = sentAt,
            Queued = at.Now - sentAt,
            Until = at.Now + RingFor(transfer, attempt) + at.Timings.RingSlack,
        };
        var decision = Decision.Of(transfer.With(known));
        return known.Queued < at.Timings.WorthTelling
            ? decision
            : decision.Tell(Stories.Queued, attempt.Who.Name, $"{(long)known.Queued.TotalSeconds} s");
    }

    private static Decision Rings(Transfer transfer, AttemptRinging rings, Moment at) =>
        Live(transfer, rings.Attempt) is { Phase: AttemptPhase.Dialling } attempt
            ? Decision.Of(
                transfer.With(
                    attempt with
                    {
                        Phase = AttemptPhase.Ringing,
                        RangAt = at.Now,
                        Until = at.Now + RingFor(transfer, attempt) + at.Timings.RingSlack,
                    }
                )
            )
            : Decision.Nothing(transfer);

    private static Decision Answered(Transfer transfer, AttemptAnswered answered, Moment at) =>
        Live(transfer, answered.Attempt) is { Phase: AttemptPhase.Dialling or AttemptPhase.Ringing } attempt
            ? Decision
                .Of(
                    transfer.With(
                        attempt with
                        {
                            Phase = AttemptPhase.Listening,
                            RangAt = attempt.RangAt ?? at.Now,
                            AnsweredAt = at.Now,
                            Until = at.Now + at.Timings.Listening,
                        }
                    )
                )
                .Tell(Stories.Answered, attempt.Who.Name)
            : Decision.Nothing(transfer);

    private static Decision Decline(Transfer transfer, int number, Moment at) =>
        Live(transfer, number) is { CanAccept: true } attempt
            ? Climb(Finish(Decision.Of(transfer), attempt, Outcome.Declined, at), at)
            : Decision.Nothing(transfer);

    // The officer keeps the reservation for a minute; the ladder rings on outside it, and the first to accept wins.
    private static Decision FindRoom(Transfer transfer, int number, Moment at) =>
        Live(transfer, number) is { Blocks: true } attempt
            ? Climb(
                Decision
                    .Of(
                        transfer.With(
                            attempt with
                            {
                                Phase = AttemptPhase.FindingRoom,
                                AnsweredAt = attempt.AnsweredAt ?? at.Now,
                                Until = at.Now + at.Timings.FindingRoom,
                            }
                        )
                    )
                    .Tell(Stories.FindingRoom, attempt.Who.Name),
                at
            )
            : Decision.Nothing(transfer);

    private static Decision EndAttempt(Transfer transfer, AttemptEnded ended, Moment at) =>
        Live(transfer, ended.Attempt) is { } attempt
            ? Climb(Finish(Decision.Of(transfer), attempt, OutcomeOf(ended.Ending), at, ended.Why), at)
            : Decision.Nothing(transfer);

    private static Outcome OutcomeOf(LegEnding ending) =>
        ending switch
        {
            LegEnding.NoAnswer => Outcome.NoAnswer,
            LegEnding.Busy => Outcome.Busy,
            LegEnding.BadNumber => Outcome.BadNumber,
            LegEnding.CarrierFailure => Outcome.CarrierFailure,
            // Only our side can cancel a call, and this attempt's end was not asked for.
            LegEnding.OurFailure or LegEnding.Cancelled => Outcome.OurFailure,
            // Whatever answered is gone without a 1, also when the report of its answering was lost.
            _ => Outcome.AnsweredNotAccepted,
        };

    private static Decision EndOverdue(Transfer transfer, Moment at)
    {
        var overdue = transfer.Attempts.Where(attempt => attempt.Until <= at.Now).ToList();
        return overdue.Count == 0
            ? Decision.Nothing(transfer)
            : Climb(
                overdue.Aggregate(
                    Decision.Of(transfer),
                    (decision, attempt) =>
                        Finish(decision.Do(new EndOfficer(attempt.Number)), attempt, OverdueOutcome(attempt), at, OverdueReason(attempt))
                ),
                at
            );
    }

    private static Outcome OverdueOutcome(Attempt attempt) =>
        attempt.Phase switch
        {
            AttemptPhase.Dialling => Outcome.OurFailure,
            AttemptPhase.Ringing => Outcome.NoAnswer,
            _ => Outcome.AnsweredNotAccepted,
        };

    private static string? OverdueReason(Attempt attempt) =>
        attempt switch
        {
            { Phase: AttemptPhase.Dialling, SentAt: null } => FailureReasons.NotSent,
            { Phase: AttemptPhase.Dialling } => FailureReasons.NeverRang,
            _ => null,
        };

    // A stopped ladder is the one thing a caller cannot see: every way out of here rings, waits for a phone that rings, or tells the truth.
    private static Decision Climb(Decision decision, Moment at)
    {
        while (!decision.Transfer.Attempts.Any(attempt => attempt.Blocks))
        {
            var transfer = decision.Transfer;
            var next = transfer.State is Ringing ringing ? ringing.Step + 1 : 0;
            if (next >= Steps(transfer.Ladder).Count)
            {
                return transfer.Attempts.Any(attempt => attempt.Phase == AttemptPhase.FindingRoom) ? decision : AwaitPhone(decision, at);
            }
            decision = RingStep(decision.In(new Ringing(next)), next, at);
        }
        return decision;
    }

    // The ladder is spent. Who was not rung because another call of ours had the phone may still be reached, and is worth waiting for.
    private static Decision AwaitPhone(Decision decision, Moment at)
    {
        var transfer = decision.Transfer;
        var until = Instant.Min(at.Now + at.Timings.AwaitingPhone, transfer.ClimbSince + transfer.Ladder.Budget);
        var missed = MissedForBeingBusy(transfer).ToList();
        return missed.Count == 0 || until <= at.Now ? GiveUp(decision)
            : missed.Find(attempt => IsFree(attempt, at)) is { } free ? RingLate(decision, free, at)
            : decision.In(new AwaitingPhone(until)).Tell(Stories.AwaitingPhone);
    }

    private static Decision RingFreed(Transfer transfer, Moment at) =>
        MissedForBeingBusy(transfer).FirstOrDefault(attempt => IsFree(attempt, at)) is { } free
            ? RingLate(Decision.Of(transfer), free, at)
            : Decision.Nothing(transfer);

    // On the rung where the phone was busy, though the ladder has come further: after it nobody is left but who is still busy.
    private static Decision RingLate(Decision decision, Attempt missed, Moment at) =>
        RingOne(decision.In(new Ringing(Steps(decision.Transfer.Ladder).Count - 1)), missed.Step, missed.Who, skip: null, at);

    private static bool IsFree(Attempt missed, Moment at) =>
        !at.BusyPhones.Contains(missed.Who.Phone.E164) && !at.UnsettledPhones.Contains(missed.Who.Phone.E164);

    private static IEnumerable<Attempt> MissedForBeingBusy(Transfer transfer)
    {
        var climb = transfer.Attempts.Skip(transfer.ClimbFrom - 1).ToList();
        var rung = climb.Where(attempt => attempt.Outcome != Outcome.Skipped).Select(attempt => attempt.Who.Phone).ToHashSet();
        return climb.Where(attempt => attempt.Why is SkipReasons.Busy or SkipReasons.Unsettled && !rung.Contains(attempt.Who.Phone));
    }

    private static Decision RingStep(Decision decision, int step, Moment at)
    {
        var (rung, round, people) = Steps(decision.Transfer.Ladder)[step];
        return people.Aggregate(decision, (so, who) => RingOne(so, step, who, SkipReason(so.Transfer, rung, round, who, at), at));
    }

    private static Decision RingOne(Decision decision, int step, Reachable who, string? skip, Moment at)
    {
        var number = decision.Transfer.Attempts.Count + 1;
        var attempt = new Attempt(number, step, who, AttemptPhase.Dialling, at.Now, at.Now + at.Timings.Dialling);
        var ringing = decision.With(decision.Transfer with { Attempts = decision.Transfer.Attempts.Add(attempt) });
        return skip is null
            ? ringing.Do(new DialOfficer(number)).Tell(Stories.Ringing, who.Name)
            : Finish(ringing, attempt, Outcome.Skipped, at, skip);
    }

    private static string? SkipReason(Transfer transfer, Rung rung, int round, Reachable who, Moment at) =>
        who.Paused ? SkipReasons.Paused
        : at.Now >= transfer.ClimbSince + transfer.Ladder.Budget ? SkipReasons.OutOfTime
        : transfer.Attempts.Any(attempt => attempt.CanAccept && attempt.Who.Phone == who.Phone) ? SkipReasons.AlreadyRung
        // Twice the same phone at once, by us: not even a rung that says "ring anyway" means that.
        : at.UnsettledPhones.Contains(who.Phone.E164) ? SkipReasons.Unsettled
        : rung.RingAnyway ? null
        : AlreadyRung(transfer, round, who) ? SkipReasons.AlreadyRung
        : at.BusyPhones.Contains(who.Phone.E164) ? SkipReasons.Busy
        : null;

    // A new round is what says that the same numbers are to be rung again.
    private static bool AlreadyRung(Transfer transfer, int round, Reachable who) =>
        transfer
            .Attempts.Skip(transfer.ClimbFrom - 1)
            .Any(attempt =>
                attempt.Who.Phone == who.Phone
                && attempt.Outcome != Outcome.Skipped
                && (attempt.Step == Ringing.OnceMore || Steps(transfer.Ladder)[attempt.Step].Round == round)
            );

    private static Decision GiveUp(Decision decision)
    {
        var transfer = decision.Transfer;
        var over = decision.In(new Unanswered()).Tell(Stories.Unanswered);
        return transfer is { HasAgent: false, CallerIsOnLine: true } ? over.Do(new TellCaller()) : over;
    }

    private static Decision Finish(Decision decision, Attempt attempt, Outcome outcome, Moment at, string? why = null) =>
        decision.With(decision.Transfer.With(attempt.Ended(outcome, at.Now, why))).Tell(Stories.Of(outcome), attempt.Who.Name, why);

    private static Attempt? Live(Transfer transfer, int number) =>
        number >= 1 && number <= transfer.Attempts.Count && transfer[number] is { Outcome: null } attempt ? attempt : null;

    /// <summary>For how long an attempt's phone is to ring: the provider's own time-out.</summary>
    public static Duration RingFor(Transfer transfer, Attempt attempt) => RungOf(transfer, attempt).RingFor;

    /// <summary>The rung that an attempt belongs to; for an officer rung once more, the rung that reached that phone before.</summary>
    public static Rung RungOf(Transfer transfer, Attempt attempt) =>
        attempt.Step != Ringing.OnceMore
            ? Steps(transfer.Ladder)[attempt.Step].Rung
            : RungOf(
                transfer,
                transfer
                    .Attempts.Take(attempt.Number - 1)
                    .Last(before => before.Who.Phone == attempt.Who.Phone && before.Outcome == Outcome.Accepted)
            );

    /// <summary>The ladder as it is climbed: a rung that rings together is one step, one by one is a step each, round after round.</summary>
    public static IReadOnlyList<(Rung Rung, int Round, IReadOnlyList<Reachable> People)> Steps(Ladder ladder) =>
        [
            .. from round in Enumerable.Range(1, ladder.Rounds)
            from rung in ladder.Rungs
            from people in rung.Together ? [rung.People] : rung.People.Select(who => (IReadOnlyList<Reachable>)[who])
            select (rung, round, people),
        ];
}
