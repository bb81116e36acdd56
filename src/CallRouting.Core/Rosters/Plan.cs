using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>What a roster says about an interval, laid out in time: the sweep's input.</summary>
internal static class Plan
{
    /// <summary>The duties of a layer's rules, with their swaps.</summary>
    public static List<Timed<Posting>> Duties(Roster roster, DutyRole role, Interval interval)
    {
        var duties = new List<Timed<Posting>>();
        for (var rank = 0; rank < roster.Rules.Count; rank++)
            if (roster.Rules[rank] is var rule && rule.Role == role)
                AddDuties(rule, rank, SwapsOf(roster, rule), interval, duties);

        return duties;
    }

    public static List<Timed<Leave>> Leave(Roster roster, Interval interval)
    {
        var away = new List<Timed<Leave>>();
        for (var rank = 0; rank < roster.Leave.Count; rank++)
        {
            var leave = roster.Leave[rank];
            // The evening before may last into the interval.
            var first = LocalDate.Max(leave.First, interval.Start.OsloDate().PlusDays(-1));
            var last = LocalDate.Min(leave.Last, interval.End.OsloDate());
            if (first <= last)
                AddLeave(leave, rank, first, last, interval, away);
        }

        return away;
    }

    public static List<Timed<Override>> Overrides(Roster roster, DutyRole role, Interval interval)
    {
        var overrides = new List<Timed<Override>>();
        for (var rank = 0; rank < roster.Overrides.Count; rank++)
            if (roster.Overrides[rank] is var made && made.Role == role)
                Add(made.When.Start, made.Decided.Until(made.When.End), rank, made, interval, overrides);

        return overrides;
    }

    private static void AddDuties(RosterRule rule, int rank, List<Swap> swaps, Interval interval, List<Timed<Posting>> duties)
    {
        var first = LocalDate.Max(rule.ValidFrom, interval.Start.OsloDate().PlusDays(-1));
        var last = LocalDate.Min(rule.ValidTo ?? LocalDate.MaxIsoValue, interval.End.OsloDate());
        var day = new List<PlannedDuty>();
        var before = (Shift: default(ShiftId?), Swap: default(Swap), Posting: default(Posting)!);
        Instant[] withdrawn = [.. swaps.Select(swap => swap.Decided.Withdrawn).OfType<Instant>().Order()];
        for (var date = first; date <= last; date = date.PlusDays(1))
        {
            if (!rule.BeginsOn(date))
                continue;

            day.Clear();
            rule.Lay(date, day);
            foreach (var duty in day)
                AddParts(duty);
        }

        // Withdrawn in the middle of a duty, a swap has made it one officer's until then and another's from then on.
        void AddParts(PlannedDuty duty)
        {
            foreach (var end in withdrawn)
                if (duty.From < end && end < duty.To)
                {
                    AddPart(duty with { To = end });
                    duty = duty with { From = end };
                }
            AddPart(duty);
        }

        void AddPart(PlannedDuty duty)
        {
            // One turn is one object: its days are quickly seen to be the same.
            var swap = LastSwap(duty, swaps);
            if (before.Shift != duty.Shift || before.Swap != swap)
                before = (duty.Shift, swap, PostingOf(rule, duty, swap));
            Add(duty.From, duty.To, rank, before.Posting, interval, duties);
        }
    }

    private static void AddLeave(Leave leave, int rank, LocalDate first, LocalDate last, Interval interval, List<Timed<Leave>> away)
    {
        if (leave.Hours is not { } hours)
        {
            Add(OsloTime.StartOf(first), leave.Decided.Until(OsloTime.StartOf(last.PlusDays(1))), rank, leave, interval, away);
            return;
        }

        for (var date = first; date <= last; date = date.PlusDays(1))
            if (hours.Days.Include(date.DayOfWeek))
                Add(hours.Start(date), leave.Decided.Until(hours.End(date)), rank, leave, interval, away);
    }

    private static List<Swap> SwapsOf(Roster roster, RosterRule rule) =>
        roster.Swaps.Count == 0 ? [] : [.. roster.Swaps.Where(swap => swap.Shift.Rule == rule.Id)];

    /// <summary>The swap that a duty has come to be somebody's by; null: it is still the planned officer's.</summary>
    private static Swap? LastSwap(PlannedDuty duty, List<Swap> swaps)
    {
        Swap? last = null;
        foreach (var swap in swaps)
            if (
                swap.Shift == duty.Shift
                && duty.From < swap.Decided.Until(Instant.MaxValue)
                && swap.Giver == (last?.Taker ?? duty.OfficerId)
                && (swap.Day ?? duty.Day) == duty.Day
            )
                last = swap;

        return last;
    }

    private static Posting PostingOf(RosterRule rule, PlannedDuty duty, Swap? swap) =>
        swap is null
            ? new(duty.OfficerId, rule.Reason(duty.Shift))
            : new(swap.Taker, new BySwap(duty.Shift, swap.Giver, swap.Id, swap.Decided));

    private static void Add<T>(Instant from, Instant to, int rank, T what, Interval interval, List<Timed<T>> list)
    {
        // A duty inside the hour that does not exist has no length.
        if (from < to && from < interval.End && to > interval.Start)
            list.Add(new(from, to, rank, what));
    }
}
