using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using CallRouting.Server.Rosters;
using NodaTime;

namespace CallRouting.Server.Calendars;

/// <summary>All that ever was decided for a line, withdrawn or not: calendars tell of duties that were taken away.</summary>
public sealed class RosterHistoryStore(RosterStore rosters)
{
    private const string OverridesEver = """
        select   id, line_id, role, kind, from_at, to_at, officer_out, officer_in, decided_by, decided_at
        from     roster_overrides
        where    line_id = @line
        order by decided_at, id
        """;

    private const string SwapsEver = """
        select   id, line_id, rule_id, turn, day, giver, taker, decided_by, decided_at
        from     roster_swaps
        where    line_id = @line
        order by decided_at, id
        """;

    private const string LeaveEver = """
        select   l.id, l.officer_id, l.first_day, l.last_day, l.days, l.from_time, l.to_time, l.decided_by, l.decided_at
        from     officer_leave l
        join     officers o on o.id = l.officer_id
        where    o.unit_number in (
                   select d.unit_number from duty_lines d join duty_lines own on own.id = d.id or own.agreement = d.agreement where own.id = @line
                 )
        order by l.first_day, l.id
        """;

    private const string Withdrawals = """
        select id, withdrawn_at from roster_overrides where line_id = @line and withdrawn_at is not null
        union all
        select id, withdrawn_at from roster_swaps where line_id = @line and withdrawn_at is not null
        union all
        select l.id, l.withdrawn_at from officer_leave l join officers o on o.id = l.officer_id
        where  o.unit_number in (
                 select d.unit_number from duty_lines d join duty_lines own on own.id = d.id or own.agreement = d.agreement where own.id = @line
               ) and l.withdrawn_at is not null
        """;

    public async Task<RosterHistory> Of(DutyLine line, UnitOfWork unit)
    {
        var key = new { line = line.Id.Value };
        var beside = Roster.Empty with
        {
            Leave = [.. (await unit.Query<LeaveRow>(LeaveEver, key)).Select(row => row.Leave())],
            Swaps = [.. (await unit.Query<SwapRow>(SwapsEver, key)).Select(row => row.Swap())],
            Overrides = [.. (await unit.Query<OverrideRow>(OverridesEver, key)).Select(row => row.Override())],
        };
        var withdrawn = await unit.Query<WithdrawalRow>(Withdrawals, key);
        return new((await rosters.Published(line, unit)).Beside(beside), withdrawn.ToDictionary(row => row.Id, row => row.WithdrawnAt));
    }

    private sealed class WithdrawalRow
    {
        public string Id { get; set; } = "";

        public Instant WithdrawnAt { get; set; }
    }
}
