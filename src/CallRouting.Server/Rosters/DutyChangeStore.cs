using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Rosters;

/// <summary>
/// What was decided beside the plan: leave, swaps, overrides. Withdrawn ones stay, and count until they were: who was on duty then can be
/// told afterwards.
/// </summary>
public sealed class DutyChangeStore
{
    private const string OverridesOfLine = """
        select   id, line_id, role, kind, from_at, to_at, officer_out, officer_in, decided_by, decided_at, withdrawn_at
        from     roster_overrides
        where    line_id = @line
        order by decided_at, id
        """;

    private const string SwapsOfLine = """
        select   id, line_id, rule_id, turn, day, giver, taker, decided_by, decided_at, withdrawn_at
        from     roster_swaps
        where    line_id = @line
        order by decided_at, id
        """;

    // Of the line's office, and by agreement of the others'.
    private const string LeaveOfPeople = """
        select   l.id, l.officer_id, l.first_day, l.last_day, l.days, l.from_time, l.to_time, l.decided_by, l.decided_at, l.withdrawn_at
        from     officer_leave l
        join     officers o on o.id = l.officer_id
        where    o.unit_number in (
                   select d.unit_number from duty_lines d join duty_lines own on own.id = d.id or own.agreement = d.agreement where own.id = @line
                 )
        order by l.first_day, l.id
        """;

    private const string LeaveOfUnit = """
        select   l.id, l.officer_id, l.first_day, l.last_day, l.days, l.from_time, l.to_time, l.decided_by, l.decided_at, l.withdrawn_at
        from     officer_leave l
        join     officers o on o.id = l.officer_id
        where    o.unit_number = @office and l.withdrawn_at is null
        order by l.first_day, l.id
        """;

    private const string AddOverride = """
        insert into roster_overrides (id, line_id, role, kind, from_at, to_at, officer_out, officer_in, decided_by, decided_at, withdrawn_at)
        values (@Id, @LineId, @Role, @Kind, @FromAt, @ToAt, @OfficerOut, @OfficerIn, @DecidedBy, @DecidedAt, null)
        """;

    private const string AddSwap = """
        insert into roster_swaps (id, line_id, rule_id, turn, day, giver, taker, decided_by, decided_at, withdrawn_at)
        values (@Id, @LineId, @RuleId, @Turn, @Day, @Giver, @Taker, @DecidedBy, @DecidedAt, null)
        """;

    private const string AddLeave = """
        insert into officer_leave (id, officer_id, first_day, last_day, days, from_time, to_time, decided_by, decided_at, withdrawn_at)
        values (@Id, @OfficerId, @FirstDay, @LastDay, @Days, @FromTime, @ToTime, @DecidedBy, @DecidedAt, null)
        """;

    private const string WithdrawOverride = """
        update roster_overrides set withdrawn_at = @now where id = @id and line_id = @line and withdrawn_at is null
        """;

    private const string WithdrawSwap = """
        update roster_swaps set withdrawn_at = @now where id = @id and line_id = @line and withdrawn_at is null
        """;

    private const string WithdrawLeave = """
        update officer_leave set withdrawn_at = @now where id = @id and officer_id = @officer and withdrawn_at is null
        """;

    /// <summary>Of an office's officers.</summary>
    public async Task<IReadOnlyList<Leave>> LeaveOf(UnitNumber office, UnitOfWork unit) =>
        [.. (await unit.Query<LeaveRow>(LeaveOfUnit, new { office = office.Value })).Select(row => row.Leave())];

    /// <summary>A roster with all that was decided beside it.</summary>
    public async Task<Roster> With(Roster roster, DutyLineId line, UnitOfWork unit) =>
        roster with
        {
            Leave = [.. (await unit.Query<LeaveRow>(LeaveOfPeople, new { line = line.Value })).Select(row => row.Leave())],
            Swaps = [.. (await unit.Query<SwapRow>(SwapsOfLine, new { line = line.Value })).Select(row => row.Swap())],
            Overrides = [.. (await unit.Query<OverrideRow>(OverridesOfLine, new { line = line.Value })).Select(row => row.Override())],
        };

    public Task Add(DutyLineId line, Override made, UnitOfWork unit) => unit.Execute(AddOverride, OverrideRow.Of(line, made));

    public Task Add(DutyLineId line, Swap swap, UnitOfWork unit) => unit.Execute(AddSwap, SwapRow.Of(line, swap));

    public Task Add(Leave leave, UnitOfWork unit) => unit.Execute(AddLeave, LeaveRow.Of(leave));

    /// <summary>False when there is none, or none any more.</summary>
    public async Task<bool> EndOverride(DutyLineId line, string id, Instant now, UnitOfWork unit) =>
        await unit.Execute(
            WithdrawOverride,
            new
            {
                id,
                line = line.Value,
                now,
            }
        ) == 1;

    /// <inheritdoc cref="EndOverride"/>
    public async Task<bool> EndSwap(DutyLineId line, string id, Instant now, UnitOfWork unit) =>
        await unit.Execute(
            WithdrawSwap,
            new
            {
                id,
                line = line.Value,
                now,
            }
        ) == 1;

    /// <inheritdoc cref="EndOverride"/>
    public async Task<bool> EndLeave(string officer, string id, Instant now, UnitOfWork unit) =>
        await unit.Execute(
            WithdrawLeave,
            new
            {
                id,
                officer,
                now,
            }
        ) == 1;
}
