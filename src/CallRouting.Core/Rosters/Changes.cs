using NodaTime;

namespace CallRouting.Core.Rosters;

public enum ChangeKind
{
    Gets,
    Loses,
    Keeps,
}

/// <summary>What becomes of one officer's time on duty in a layer.</summary>
/// <param name="Why">The reason afterwards; of what is lost, the reason before.</param>
public sealed record DutyChange(string OfficerId, DutyRole Role, Instant From, Instant To, ChangeKind Kind, DutyReason Why);

/// <summary>A draft beside what stands: who gets, loses and keeps what.</summary>
/// <param name="All">Officer by officer, in order of time. Time as a fallback is left out: it changes with everybody's.</param>
/// <param name="Standing">Who becomes a fallback of some layer, or no longer is one.</param>
public sealed record Changes(IReadOnlyList<DutyChange> All, IReadOnlyList<string> Standing)
{
    public static Changes None { get; } = new([], []);

    /// <summary>Whom it concerns: everybody whose time on duty is not the same. They are told, and nobody else.</summary>
    public IReadOnlyList<string> Concerned =>
        [.. All.Where(change => change.Kind != ChangeKind.Keeps).Select(change => change.OfficerId).Union(Standing)];

    public static Changes Between(PublishedRosters before, PublishedRosters after, Interval interval)
    {
        var (old, planned) = (Duties(before, interval), Duties(after, interval));
        var everybody = old.Select(own => own.Key)
            .Union(planned.Select(own => own.Key))
            .OrderBy(key => key.OfficerId, StringComparer.Ordinal);
        var (stood, stands) = (Fallbacks(before, interval), Fallbacks(after, interval));
        stood.SymmetricExceptWith(stands);
        return new(
            [.. everybody.SelectMany(key => Compare(key, [.. old[key]], [.. planned[key]]))],
            [.. stood.Select(one => one.OfficerId).Distinct().Order(StringComparer.Ordinal)]
        );
    }

    private static HashSet<(DutyRole, string OfficerId)> Fallbacks(PublishedRosters rosters, Interval interval) =>
        [
            .. rosters
                .Over(interval)
                .SelectMany(part => part.Roster.Layers)
                .SelectMany(layer => layer.Fallback.Select(officer => (layer.Role, officer))),
        ];

    private static ILookup<(string OfficerId, DutyRole Role), Timed<DutyReason>> Duties(PublishedRosters rosters, Interval interval) =>
        OfficerDuties
            .Of(rosters, interval)
            .ToLookup(duty => (duty.OfficerId, duty.Role), duty => new Timed<DutyReason>(duty.From, duty.To, 0, duty.Why));

    /// <summary>Both in order of time, and neither overlaps itself.</summary>
    private static List<DutyChange> Compare((string, DutyRole) key, List<Timed<DutyReason>> old, List<Timed<DutyReason>> planned)
    {
        var edges = old.Concat(planned).SelectMany(duty => new[] { duty.From, duty.To }).Distinct().Order().ToList();
        var (before, after) = (new Running<DutyReason>(old), new Running<DutyReason>(planned));
        var changes = new List<DutyChange>();
        for (var i = 0; i + 1 < edges.Count; i++)
            if (Change(key, edges[i], edges[i + 1], before.At(edges[i]), after.At(edges[i])) is { } change)
                Add(changes, change);

        return changes;
    }

    private static DutyChange? Change(
        (string OfficerId, DutyRole Role) key,
        Instant from,
        Instant to,
        List<Timed<DutyReason>> before,
        List<Timed<DutyReason>> after
    ) =>
        (before, after) switch
        {
            ([], []) => null,
            ([var was, ..], []) => new(key.OfficerId, key.Role, from, to, ChangeKind.Loses, was.What),
            ([], [var becomes, ..]) => new(key.OfficerId, key.Role, from, to, ChangeKind.Gets, becomes.What),
            (_, [var stays, ..]) => new(key.OfficerId, key.Role, from, to, ChangeKind.Keeps, stays.What),
        };

    private static void Add(List<DutyChange> changes, DutyChange next)
    {
        if (changes is [.., var last] && last.To == next.From && last.Kind == next.Kind && last.Why == next.Why)
            changes[^1] = last with { To = next.To };
        else
            changes.Add(next);
    }
}
