using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>Whether swaps still hold: a draft may have moved a shift to somebody else, or done away with it.</summary>
public static class SwapRules
{
    internal static IEnumerable<DraftProblem> Check(Roster draft, IReadOnlySet<string> officers)
    {
        for (var place = 0; place < draft.Swaps.Count; place++)
        {
            var swap = draft.Swaps[place];
            if (!swap.Decided.Stands)
                continue;

            var where = $"swap {swap.Id}";
            if (!officers.Contains(swap.Taker))
                yield return DraftRules.Unknown(where, swap.Taker) with
                {
                    Hinders = false,
                };
            if (swap.Taker == swap.Giver)
                yield return new(where, $"{swap.Giver} cannot take a shift from themselves.");
            if (WhyNot(draft, swap, draft.Swaps.Take(place)) is { } reason)
                yield return new(where, $"It holds no longer: {reason}. Agree on it again, or take it away.", Hinders: false);
        }
    }

    /// <summary>Who keeps a shift after the swaps that were agreed on it, leave and overrides aside; null: there is no such shift.</summary>
    /// <param name="day">A day of it, from 0; null: swaps of single days do not count.</param>
    public static string? Keeper(Roster roster, ShiftId shift, int? day = null) =>
        Planned(roster, shift) is { } planned ? After(planned, roster.Swaps, shift, day) : null;

    private static string? WhyNot(Roster draft, Swap swap, IEnumerable<Swap> before)
    {
        if (Planned(draft, swap.Shift) is not { } planned)
            return $"there is no shift {swap.Shift}";

        var keeper = After(planned, before, swap.Shift, swap.Day);
        return keeper == swap.Giver ? null : $"shift {swap.Shift} is {keeper}'s and not {swap.Giver}'s";
    }

    private static string After(string planned, IEnumerable<Swap> swaps, ShiftId shift, int? day) =>
        swaps
            .Where(swap => swap.Decided.Stands && swap.Shift == shift && (swap.Day is null || swap.Day == day))
            .Aggregate(planned, (keeper, swap) => keeper == swap.Giver ? swap.Taker : keeper);

    private static string? Planned(Roster roster, ShiftId shift) =>
        roster.Rules.FirstOrDefault(rule => rule.Id == shift.Rule) switch
        {
            Shift once when once.ValidFrom == once.ValidTo => shift.Turn == 0 ? once.OfficerId : null,
            Shift returning => Shift.DateOf(shift) is { } date && returning.BeginsOn(date) ? returning.OfficerId : null,
            Rotation { IsSound: true } rotation => shift.Turn >= 0 && shift.Turn <= LastTurn(rotation) ? rotation.Keeper(shift.Turn) : null,
            _ => null,
        };

    private static int LastTurn(Rotation rotation) =>
        rotation.ValidTo is { } last ? new Turns(rotation).At(last + LocalTime.MaxValue) : int.MaxValue;
}
