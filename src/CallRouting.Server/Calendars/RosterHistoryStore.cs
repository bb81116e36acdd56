using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using CallRouting.Server.Rosters;
using NodaTime;

namespace CallRouting.Server.Calendars;

/// <summary>All that ever was decided for a line, withdrawn or not: calendars tell of duties that were taken away.</summary>
public sealed class RosterHistoryStore(RosterStore rosters)
{
    private const string OverridesEver = DutyChangeStore.AnyOverride + DutyChangeStore.InOrderOfDecision;

    private const string SwapsEver = DutyChangeStore.AnySwap + DutyChangeStore.InOrderOfDecision;

    private const string LeaveEver = DutyChangeStore.AnyLeave + DutyChangeStore.InOrderOfDays;

    private const string Withdrawals =
        """
            select id, withdrawn_at from roster_overrides where line_id = @line and withdrawn_at is not null
            union all
            select id, withdrawn_at from roster_swaps where line_id = @line and withdrawn_at is not null
            union all
            select   l.id, l.withdrawn_at
            from     officer_leave l
            join     officers o on o.id = l.officer_id

            """
        + DutyChangeStore.TheirPeople
        + "and l.withdrawn_at is not null";

    public async Task<RosterHistory> Of(DutyLine line, UnitOfWork unit)
    {
        var key = new { line = line.Id.Value };
        var beside = Roster.Empty with
        {
            Leave =
            [
                .. (await unit.Query<LeaveRow>(LeaveEver, key))
                    .Select(row => row.Leave())
                    .Select(leave => leave with { Decided = Ever(leave.Decided) }),
            ],
            Swaps =
            [
                .. (await unit.Query<SwapRow>(SwapsEver, key))
                    .Select(row => row.Swap())
                    .Select(swap => swap with { Decided = Ever(swap.Decided) }),
            ],
            Overrides =
            [
                .. (await unit.Query<OverrideRow>(OverridesEver, key))
                    .Select(row => row.Override())
                    .Select(made => made with { Decided = Ever(made.Decided) }),
            ],
        };
        var withdrawn = await unit.Query<WithdrawalRow>(Withdrawals, key);
        return new((await rosters.Published(line, unit)).Beside(beside), withdrawn.ToDictionary(row => row.Id, row => row.WithdrawnAt));
    }

    // A history knows for itself what stood when.
    private static Decided Ever(Decided decided) => decided with { Withdrawn = null };

    private sealed class WithdrawalRow
    {
        public string Id { get; set; } = "";

        public Instant WithdrawnAt { get; set; }
    }
}
