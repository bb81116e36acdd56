using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>A duty as it is, or was before it was taken away, and which revision of the line's rosters last changed it.</summary>
/// <param name="Key">The same for as long as it is the same officer's time in the same shift or override on the same date.</param>
/// <param name="Revision">Counts every publication, decision and withdrawal of the line's history, so it never becomes less.</param>
/// <param name="Changed">The moment of that revision; null: before there was any.</param>
/// <param name="IsCancelled">It was known once and is a duty no longer.</param>
public sealed record RevisedDuty(string Key, OfficerDuty Duty, int Revision, Instant? Changed, bool IsCancelled);

/// <summary>What calendars show of a line: every duty, and what was taken away lately.</summary>
public static class RevisedDuties
{
    private static readonly Duration Month = Duration.FromDays(31);

    /// <summary>In order of time.</summary>
    /// <param name="within">Duties that begin in it.</param>
    /// <param name="since">
    /// How far back changes are followed. What none changed since then carries the last revision before: later perhaps than the one
    /// that changed it, never earlier.
    /// </param>
    /// <param name="now">Nothing later is known.</param>
    public static IReadOnlyList<RevisedDuty> Of(RosterHistory history, Interval within, Instant since, Instant now)
    {
        var moments = history.Moments.TakeWhile(moment => moment <= now).ToList();
        var revision = moments.TakeWhile(moment => moment <= since).Count();
        Instant? changed = revision > 0 ? moments[revision - 1] : null;
        var duties = new Dictionary<string, RevisedDuty>();
        Follow(duties, history.KnownAt(since), within, revision, changed);
        foreach (var moment in moments.Skip(revision))
            Follow(duties, history.KnownAt(moment), within, ++revision, moment);

        return [.. duties.Values.OrderBy(each => each.Duty.From).ThenBy(each => each.Key, StringComparer.Ordinal)];
    }

    private static void Follow(
        Dictionary<string, RevisedDuty> duties,
        PublishedRosters known,
        Interval within,
        int revision,
        Instant? changed
    )
    {
        var present = Keyed(known, within);
        foreach (var gone in duties.Values.Where(each => !each.IsCancelled && !present.ContainsKey(each.Key)).ToList())
            duties[gone.Key] = gone with { Revision = revision, Changed = changed, IsCancelled = true };
        foreach (var (key, duty) in present)
            if (!duties.TryGetValue(key, out var before) || before.IsCancelled || !SameTime(before.Duty, duty))
                duties[key] = new(key, duty, revision, changed, IsCancelled: false);
    }

    private static Dictionary<string, OfficerDuty> Keyed(PublishedRosters known, Interval within)
    {
        var keyed = new Dictionary<string, OfficerDuty>();
        // Wider, so that a duty that began before is seen to, and one that begins within is not cut.
        var around = new Interval(within.Start - Duration.FromDays(1), within.End + Month);
        foreach (var duty in OfficerDuties.Of(known, around).Where(duty => within.Contains(duty.From)))
        {
            var key = Key(duty);
            for (var again = 2; !keyed.TryAdd(key, duty); again++)
                key = $"{Key(duty)}/{again}";
        }
        return keyed;
    }

    private static string Key(OfficerDuty duty) => $"{duty.Role}/{Source(duty.Why)}/{duty.From.OsloDate():uuuu-MM-dd}/{duty.OfficerId}";

    private static string Source(DutyReason why) =>
        why switch
        {
            { Shift: { } shift } => shift.ToString(),
            ByOverride made => made.Override,
            _ => "",
        };

    private static bool SameTime(OfficerDuty one, OfficerDuty other) => one.From == other.From && one.To == other.To;
}
