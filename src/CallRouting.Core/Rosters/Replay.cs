using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Core.Transfers;
using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>A call that a line had: when its ladder began, and whether it was urgent.</summary>
public sealed record PastCall(Instant At, Urgency Urgency);

/// <summary>The same call against another roster.</summary>
/// <param name="At">When, moved by whole weeks where the roster is for another time.</param>
/// <param name="IsOpen">The contact centre is open then: the line is obliged.</param>
/// <param name="Ladder">Whom it would ring, rung by rung.</param>
public sealed record ReplayedCall(PastCall Call, Instant At, bool IsOpen, Ladder Ladder)
{
    public bool IsUncovered => !Ladder.HasAnybody();
}

/// <summary>What a roster would have done with past calls.</summary>
public sealed record Replay(IReadOnlyList<ReplayedCall> Calls)
{
    public IEnumerable<ReplayedCall> Uncovered => Calls.Where(call => call.IsUncovered);

    public IEnumerable<ReplayedCall> UrgentUncovered => Uncovered.Where(call => call.Call.Urgency == Urgency.Urgent);

    /// <param name="weeksLater">
    /// Moves each call to the same weekday and wall time so many weeks later; a draft for next quarter knows nothing of the last.
    /// </param>
    public static Replay Of(DutyLine line, LineRoster roster, IEnumerable<PastCall> calls, OpeningHours hours, int weeksLater = 0) =>
        new([
            .. calls.Select(call =>
            {
                var at = Later(call.At, weeksLater);
                return new ReplayedCall(call, at, hours.IsOpen(at), LadderPlan.Freeze(line, roster, at));
            }),
        ]);

    private static Instant Later(Instant at, int weeks)
    {
        if (weeks == 0)
            return at;

        return OsloTime.InstantAt(at.InOslo().LocalDateTime.PlusWeeks(weeks));
    }
}
