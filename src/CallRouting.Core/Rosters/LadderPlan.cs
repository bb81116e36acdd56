using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>Turns a line's roster and policy into the ladder of one transfer.</summary>
public static class LadderPlan
{
    /// <summary>
    /// Who would be rung from now on, rung by rung. Empty rungs stay, because an empty rung is the office's and is recorded.
    /// A number stands once in the ladder, on its first rung, unless a later rung rings anyway. A line out of service has no rungs.
    /// </summary>
    public static Ladder Freeze(DutyLine line, LineRoster roster, Instant now)
    {
        var rungs = new List<Rung>();
        var placed = new HashSet<PhoneNumber>();
        var onDuty = OnDuty.At(roster, now);
        foreach (var rung in line.IsOutOfServiceAt(now) ? [] : roster.Policy.Rungs)
        {
            // A lead above empty rungs is not rung: there is nothing to escalate, and the caller hears the truth at once.
            var aboveNobody = rung.Rings == RungTarget.Lead && rungs.Count > 0 && placed.Count == 0;
            var people = aboveNobody ? [] : Whom(rung, line, roster, onDuty, now);
            rungs.Add(
                Frozen(rung, [.. people.DistinctBy(person => person.Phone).Where(person => placed.Add(person.Phone) || rung.RingAnyway)])
            );
        }

        return new Ladder(rungs, roster.Policy.Rounds, roster.Policy.Budget);
    }

    /// <summary>Whether the ladder has anybody to ring. If not, the caller is told at once.</summary>
    public static bool HasAnybody(this Ladder ladder) => ladder.Rungs.Any(rung => rung.People.Any(person => !person.Paused));

    private static IEnumerable<Reachable> Whom(EscalationRung rung, DutyLine line, LineRoster roster, OnDuty onDuty, Instant now) =>
        rung.Rings switch
        {
            RungTarget.Primary => Phones(onDuty.Primary),
            RungTarget.Backup => Phones(onDuty.Backup),
            RungTarget.Third => Phones(onDuty.In(DutyRole.Third)),
            RungTarget.Fourth => Phones(onDuty.In(DutyRole.Fourth)),
            RungTarget.Fifth => Phones(onDuty.In(DutyRole.Fifth)),
            RungTarget.All => Phones(onDuty.Everybody),
            RungTarget.Lead => roster.Lead?.Reach() ?? [],
            // A fixed line is nobody's, so the line itself stands where an officer's id would.
            RungTarget.FixedLine => rung.FixedLine is { } number ? [new Reachable(line.Id.Value, line.Name, number)] : [],
            RungTarget.Neighbour => AtNeighbour(rung, roster, now),
            _ => throw new ArgumentOutOfRangeException(nameof(rung), rung.Rings, "A rung rings none of the known targets."),
        };

    private static IEnumerable<Reachable> AtNeighbour(EscalationRung rung, LineRoster roster, Instant now) =>
        roster.Neighbours.FirstOrDefault(neighbour => neighbour.Line.Id == rung.NeighbourLine) is { } open
        && !open.Line.IsOutOfServiceAt(now)
            ? Phones(OnDuty.At(open.Roster, now).Everybody)
            : [];

    private static IEnumerable<Reachable> Phones(IEnumerable<Officer> officers) => officers.SelectMany(officer => officer.Reach());

    private static Rung Frozen(EscalationRung rung, IReadOnlyList<Reachable> people) =>
        new(Name(rung.Rings), people, rung.RingFor, rung.Together, rung.RingAnyway, rung.Rings == RungTarget.Neighbour);

    private static string Name(RungTarget target) => target == RungTarget.FixedLine ? "fixed line" : target.ToString().ToLowerInvariant();
}
