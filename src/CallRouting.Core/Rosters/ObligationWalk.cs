using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>Walks through the hours in which one line must be kept, from each moment at which its people may change to the next.</summary>
internal sealed class ObligationWalk(
    CoveredLine line,
    CoverageFacts facts,
    ILookup<string, OfficerPause> pauses,
    IReadOnlyList<IReadOnlyList<DutyPeriod>> layers
)
{
    private readonly FindingList findings = new(line.Line);
    private readonly int[] places = new int[layers.Count];
    private readonly Staffing[] now = new Staffing[layers.Count];
    private readonly HashSet<DutyRole> inUse = RolesInUse(line.Rosters);
    private readonly List<string> people = [];

    public CoverageTotals Totals { get; private set; }

    public IReadOnlyList<Finding> Findings => findings.All;

    /// <summary>In order of time.</summary>
    public void Through(Interval open)
    {
        for (var from = open.Start; from < open.End; )
        {
            var to = Look(from, open.End);
            Judge(from, to);
            from = to;
        }
    }

    /// <summary>Sees who is on duty at a moment, and until when nothing changes.</summary>
    private Instant Look(Instant from, Instant to)
    {
        people.Clear();
        for (var layer = 0; layer < layers.Count; layer++)
        {
            while (layers[layer][places[layer]].To <= from)
                places[layer]++;

            var period = layers[layer][places[layer]];
            now[layer] = period.Staffing;
            to = Instant.Min(to, period.To);
            foreach (var posting in period.Staffing.OnDuty)
                if (facts.Officers.ContainsKey(posting.OfficerId))
                    people.Add(posting.OfficerId);
        }
        return UntilPauseOrOutage(from, to);
    }

    private Instant UntilPauseOrOutage(Instant from, Instant to)
    {
        if (line.Line.OutOfServiceUntil is { } until && until > from)
            to = Instant.Min(to, until);
        if (pauses.Count > 0)
            foreach (var edge in people.SelectMany(id => pauses[id]).SelectMany(pause => new[] { pause.When.Start, pause.When.End }))
                if (edge > from && edge < to)
                    to = edge;

        return to;
    }

    private void Judge(Instant from, Instant to)
    {
        var length = to - from;
        if (line.Line.IsOutOfServiceAt(from) || people.Count == 0)
        {
            Totals += new CoverageTotals(length, Duration.Zero, length, Duration.Zero);
            findings.Add(from, to, GapNow(from));
            return;
        }

        var onPaper = WhyOnPaper(from);
        if (onPaper is not null)
            findings.Add(from, to, onPaper);
        Totals += new CoverageTotals(length, length, Duration.Zero, onPaper is null ? Duration.Zero : length);
        JudgeLayers(from, to);
    }

    private Gap GapNow(Instant from)
    {
        if (line.Line.IsOutOfServiceAt(from))
            return new(GapCause.OutOfService, OfficerIds.None);
        if (line.Rosters.InForce(from) is null)
            return new(GapCause.NothingPublished, OfficerIds.None);

        var (cause, officers) = Why(now);
        return new(cause, officers);
    }

    private Concern? WhyOnPaper(Instant from)
    {
        var verified = people.FindAll(id => facts.Officers[id].Phones.Any(facts.Verified.Contains));
        if (verified.Count == 0)
            return new Unreachable(new([.. people.Distinct()]));

        return pauses.Count > 0 && verified.TrueForAll(id => pauses[id].Any(pause => pause.When.Contains(from)))
            ? new EmptiedByPause(new([.. people.Distinct()]))
            : null;
    }

    private void JudgeLayers(Instant from, Instant to)
    {
        for (var layer = 0; layer < now.Length; layer++)
        {
            if (inUse.Contains(now[layer].Role) && !now[layer].OnDuty.Any(posting => facts.Officers.ContainsKey(posting.OfficerId)))
            {
                var (cause, officers) = Why([now[layer]]);
                findings.Add(from, to, new ThinLayer(now[layer].Role, cause, officers));
            }
            for (var above = 0; above < layer; above++)
                foreach (var posting in now[layer].OnDuty)
                    if (now[above].Has(posting.OfficerId))
                        findings.Add(from, to, new TwoLayers(posting.OfficerId, now[above].Role, now[layer].Role));
        }
    }

    private static (GapCause, OfficerIds) Why(IReadOnlyList<Staffing> staffings)
    {
        var unknown = staffings.SelectMany(staffing => staffing.OnDuty).Select(posting => posting.OfficerId).Distinct().ToList();
        if (unknown.Count > 0)
            return (GapCause.UnknownOfficers, new(unknown));

        var absent = staffings.SelectMany(staffing => staffing.Absent).DistinctBy(absence => absence.OfficerId).ToList();
        var cause =
            absent.Count == 0 ? GapCause.NobodyPlanned
            : absent[0].Why is OnLeave ? GapCause.OnLeave
            : GapCause.TakenOff;
        return (cause, new([.. absent.Select(absence => absence.OfficerId)]));
    }

    // A layer that no rule and no fallback staffs is not one that the office meant to keep.
    private static HashSet<DutyRole> RolesInUse(PublishedRosters published) =>
        [
            .. published.Versions.SelectMany(version => version.Roster.Rules.Select(rule => rule.Role)),
            .. published.Versions.SelectMany(version =>
                version.Roster.Layers.Where(layer => layer.Fallback.Count > 0).Select(layer => layer.Role)
            ),
        ];
}
