using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Rosters;

/// <summary>Duty lines, who keeps them, and who asked not to be rung.</summary>
public sealed class RosterStore
{
    private const string Lines = """
        select    l.id, l.unit_number, l.position, l.name, l.target_group, l.is_general, l.is_out_of_service, l.transfers_only, l.agreement,
                  o.until_at as out_of_service_until, l.rounds, l.budget_seconds
        from      duty_lines l
        left join line_outages o on o.line_id = l.id

        """;

    private const string RungsOfLine = """
        select   line_id, position, rings, seconds, together, ring_anyway, fixed_line, neighbour_line_id
        from     escalation_rungs
        where    line_id = @line
        order by position
        """;

    private const string ShiftsOfLine = """
        select   line_id, position, officer_id, role, days, from_time, to_time, valid_from, valid_to, on_holidays
        from     shifts
        where    line_id = @line
        order by position
        """;

    private const string AnyOfficers = """
        select    o.id, o.unit_number, o.name, o.is_lead, o.is_deputy, o.email, o.language, p.number, s.since as paused_since
        from      officers o
        join      officer_phones p on p.officer_id = o.id
        left join officer_pauses s on s.officer_id = o.id

        """;

    private const string OfficersOfUnit = AnyOfficers + "where o.unit_number = @office order by o.position, p.position";

    private const string OfficersByAgreement =
        AnyOfficers
        + """
            where    o.unit_number <> @office and o.unit_number in (select d.unit_number from duty_lines d where d.agreement = @agreement)
            order by o.unit_number, o.position, p.position
            """;

    private const string LinesByAgreement = Lines + "where l.agreement = @agreement order by l.unit_number, l.position";

    private const string AllOfficers = AnyOfficers + "order by o.unit_number, o.position, p.position";

    private const string OneOfficer = AnyOfficers + "where o.id = @id order by p.position";

    private const string OfficersWithPhone =
        AnyOfficers + "where o.id in (select officer_id from officer_phones where number = @number) order by o.id, p.position";

    private const string WithEmail = "select count(*) from officers where email is not null";

    private const string AllAgents = "select id, name, station from agents order by position";

    private const string OneAgent = "select id, name, station from agents where id = @id";

    private const string PauseOnce = """
        insert into officer_pauses (officer_id, since)
        select @officer, @now
        where  not exists (select 1 from officer_pauses where officer_id = @officer)
        """;

    private const string EndPause = "delete from officer_pauses where officer_id = @officer";

    private readonly PublishedStore published = new();
    private readonly DutyChangeStore changes = new();

    /// <summary>Puts a whole book in the place of what was there. Pauses of officers who are still in it stay.</summary>
    public Task Replace(RosterBook book, UnitOfWork unit) => RosterReplacement.Write(book, unit);

    /// <summary>The lines of an office, the general one first; empty for an office that no roster names.</summary>
    public async Task<IReadOnlyList<DutyLine>> LinesOf(UnitNumber office, UnitOfWork unit) =>
        [
            .. (await unit.Query<DutyLineRow>(Lines + "where unit_number = @office order by position", new { office = office.Value }))
                .Select(row => row.Line())
                .OrderByDescending(line => line.IsGeneral),
        ];

    /// <summary>Every line of every office, office by office.</summary>
    public async Task<IReadOnlyList<DutyLine>> EveryLine(UnitOfWork unit) =>
        [.. (await unit.Query<DutyLineRow>(Lines + "order by l.unit_number, l.position")).Select(row => row.Line())];

    public async Task<DutyLine?> GeneralLineOf(UnitNumber office, UnitOfWork unit) =>
        (await LinesOf(office, unit)).FirstOrDefault(line => line.IsGeneral);

    public async Task<DutyLine?> Line(DutyLineId id, UnitOfWork unit) => (await Row(id, unit))?.Line();

    /// <summary>The line that was named; else the general line of the office that was named; null where neither is one.</summary>
    public async Task<DutyLine?> Named(string? line, string? office, UnitOfWork unit) =>
        line is not null ? await Line(new DutyLineId(line), unit)
        : office is not null ? await GeneralLineOf(new UnitNumber(office), unit)
        : null;

    /// <summary>What is needed to freeze a ladder of a line, neighbours by agreement included.</summary>
    /// <param name="now">Which version is in force.</param>
    public async Task<LineRoster> ForLine(DutyLineId id, Instant now, UnitOfWork unit)
    {
        var row = await Row(id, unit) ?? throw new InvalidOperationException($"There is no duty line {id}.");
        var roster = await Own(row, now, unit);
        return roster with { Neighbours = await NeighboursOf(roster, now, unit) };
    }

    public async Task<Officer?> LeadOf(UnitNumber office, UnitOfWork unit) =>
        (await PeopleOf(office.Value, unit)).Find(phones => phones.First().IsLead) is { } lead ? OfficerRow.Officer(lead) : null;

    /// <summary>Lines whose people a line may share: its office's, and those of its agreement; itself among them.</summary>
    public async Task<IReadOnlyList<DutyLine>> LinesWith(DutyLine line, UnitOfWork unit) =>
        [.. (await LinesOf(line.Unit, unit)).Concat(await LinesOfAgreement(line.Agreement, unit)).DistinctBy(each => each.Id)];

    /// <summary>In the order of the roster file.</summary>
    public async Task<IReadOnlyList<Officer>> OfficersOf(UnitNumber office, UnitOfWork unit) =>
        [.. (await PeopleOf(office.Value, unit)).Select(OfficerRow.Officer)];

    /// <summary>Whom a line's roster may name: the office's people, and by agreement the other offices'.</summary>
    public async Task<IReadOnlyList<Officer>> OfficersOf(DutyLine line, UnitOfWork unit) =>
        [.. await OfficersOf(line.Unit, unit), .. await OfficersByAgreementOf(line.Unit.Value, line.Agreement, unit)];

    /// <summary>Who stands in for the lead, if the office has named somebody.</summary>
    public async Task<Officer?> DeputyOf(UnitNumber office, UnitOfWork unit) =>
        (await PeopleOf(office.Value, unit)).Find(phones => phones.First().IsDeputy) is { } deputy ? OfficerRow.Officer(deputy) : null;

    /// <summary>Whose phone a number is, with their office; several where a phone is shared.</summary>
    public async Task<IReadOnlyList<(UnitNumber Office, Officer Officer)>> WithPhone(PhoneNumber phone, UnitOfWork unit) =>
        [
            .. (await unit.Query<OfficerRow>(OfficersWithPhone, new { number = phone.E164 }))
                .GroupBy(row => row.Id)
                .Select(phones => (new UnitNumber(phones.First().UnitNumber), OfficerRow.Officer(phones))),
        ];

    public async Task<(UnitNumber Office, Officer Officer)?> Officer(string id, UnitOfWork unit) =>
        await unit.Query<OfficerRow>(OneOfficer, new { id }) is [var first, ..] phones
            ? (new UnitNumber(first.UnitNumber), OfficerRow.Officer(phones))
            : null;

    public async Task<IReadOnlyList<Officer>> EveryOfficer(UnitOfWork unit) =>
        [.. (await unit.Query<OfficerRow>(AllOfficers)).GroupBy(phone => phone.Id).Select(OfficerRow.Officer)];

    /// <summary>Whether anybody could be written to.</summary>
    public async Task<bool> AnyEmail(UnitOfWork unit) => await unit.Find<long>(WithEmail, new { }) > 0;

    public async Task<IReadOnlyList<Agent>> Agents(UnitOfWork unit) =>
        [.. (await unit.Query<AgentRow>(AllAgents)).Select(row => row.Agent())];

    public async Task<Agent?> Agent(string id, UnitOfWork unit) => (await unit.Find<AgentRow>(OneAgent, new { id }))?.Agent();

    /// <summary>Not to be rung from now on. Pausing twice keeps the first time.</summary>
    public Task Pause(string officer, Instant now, UnitOfWork unit) => unit.Execute(PauseOnce, new { officer, now });

    public Task Resume(string officer, UnitOfWork unit) => unit.Execute(EndPause, new { officer });

    private static async Task<DutyLineRow?> Row(DutyLineId id, UnitOfWork unit) =>
        await unit.Find<DutyLineRow>(Lines + "where id = @id", new { id = id.Value });

    private async Task<LineRoster> Own(DutyLineRow row, Instant now, UnitOfWork unit)
    {
        var people = await PeopleOf(row.UnitNumber, unit);
        var lead = people.Find(phones => phones.First().IsLead);
        return new LineRoster(
            [.. people.Select(OfficerRow.Officer), .. await OfficersByAgreementOf(row.UnitNumber, row.Agreement, unit)],
            await RosterOf(row, now, unit),
            lead is null ? null : OfficerRow.Officer(lead),
            await PolicyOf(row, unit),
            []
        );
    }

    private static async Task<IReadOnlyList<DutyLine>> LinesOfAgreement(string? agreement, UnitOfWork unit) =>
        agreement is null ? [] : [.. (await unit.Query<DutyLineRow>(LinesByAgreement, new { agreement })).Select(row => row.Line())];

    private static async Task<IReadOnlyList<Officer>> OfficersByAgreementOf(string office, string? agreement, UnitOfWork unit) =>
        agreement is null
            ? []
            :
            [
                .. (await unit.Query<OfficerRow>(OfficersByAgreement, new { office, agreement }))
                    .GroupBy(phone => phone.Id)
                    .Select(OfficerRow.Officer),
            ];

    private static async Task<List<IGrouping<string, OfficerRow>>> PeopleOf(string office, UnitOfWork unit) =>
        [.. (await unit.Query<OfficerRow>(OfficersOfUnit, new { office })).GroupBy(phone => phone.Id)];

    /// <summary>All that was ever published for a line, with what was decided beside it. The roster file's shifts stand where nothing was.</summary>
    public async Task<PublishedRosters> Published(DutyLine line, UnitOfWork unit)
    {
        var beside = await changes.With(Roster.Empty, line.Id, unit);
        return new PublishedRosters(await VersionsOf(line.Id, unit)).Beside(beside);
    }

    private async Task<Roster> RosterOf(DutyLineRow row, Instant now, UnitOfWork unit)
    {
        var inForce = new PublishedRosters(await VersionsOf(new(row.Id), unit)).InForce(now);
        return await changes.With(inForce?.Roster ?? Roster.Empty, new(row.Id), unit);
    }

    // What the roster file says comes before the first version: it holds always, and yields to whatever was published.
    private async Task<IReadOnlyList<RosterVersion>> VersionsOf(DutyLineId line, UnitOfWork unit)
    {
        var shifts = (await unit.Query<ShiftRow>(ShiftsOfLine, new { line = line.Value })).Select(row => row.Shift());
        var file = PublishedRosters.Always(Roster.Of([.. shifts])).Versions[0];
        return [file, .. await published.VersionsOf(line, unit)];
    }

    private static async Task<EscalationPolicy> PolicyOf(DutyLineRow row, UnitOfWork unit)
    {
        if (row is not { Rounds: { } rounds, BudgetSeconds: { } budget })
            return EscalationPolicy.Default;

        var rungs = await unit.Query<RungRow>(RungsOfLine, new { line = row.Id });
        return new EscalationPolicy([.. rungs.Select(rung => rung.Rung())], rounds, Duration.FromSeconds(budget));
    }

    private async Task<IReadOnlyList<Neighbour>> NeighboursOf(LineRoster roster, Instant now, UnitOfWork unit)
    {
        var neighbours = new List<Neighbour>();
        foreach (var id in roster.Policy.Rungs.Select(rung => rung.NeighbourLine).OfType<DutyLineId>().Distinct())
            if (await Row(id, unit) is { } row)
                neighbours.Add(new Neighbour(row.Line(), await Own(row, now, unit)));

        return neighbours;
    }
}
