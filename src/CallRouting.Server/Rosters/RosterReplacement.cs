using CallRouting.Core.Calls;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;

namespace CallRouting.Server.Rosters;

/// <summary>Writes a whole roster book over the one before, within the caller's transaction.</summary>
internal static class RosterReplacement
{
    private const string AddOfficer = """
        insert into officers (id, unit_number, position, name, is_lead, is_deputy, email, language)
        values (@Id, @UnitNumber, @Position, @Name, @IsLead, @IsDeputy, @Email, @Language)
        """;

    private const string AddPhone = "insert into officer_phones (officer_id, position, number) values (@Officer, @Position, @Number)";

    private const string AddLine = """
        insert into duty_lines (id, unit_number, position, name, target_group, is_general, is_out_of_service, transfers_only, agreement,
                                rounds, budget_seconds)
        values (@Id, @UnitNumber, @Position, @Name, @TargetGroup, @IsGeneral, @IsOutOfService, @TransfersOnly, @Agreement, @Rounds,
                @BudgetSeconds)
        """;

    private const string AddRung = """
        insert into escalation_rungs (line_id, position, rings, seconds, together, ring_anyway, fixed_line, neighbour_line_id)
        values (@LineId, @Position, @Rings, @Seconds, @Together, @RingAnyway, @FixedLine, @NeighbourLineId)
        """;

    private const string AddShift = """
        insert into shifts (line_id, position, officer_id, role, days, from_time, to_time, valid_from, valid_to, on_holidays)
        values (@LineId, @Position, @OfficerId, @Role, @Days, @FromTime, @ToTime, @ValidFrom, @ValidTo, @OnHolidays)
        """;

    private const string AddAgent = "insert into agents (id, position, name, station) values (@Id, @Position, @Name, @Station)";

    private const string AddInbound = """
        insert into inbound_numbers (number, position, name, flow, entry, unit_number)
        values (@Number, @Position, @Name, @Flow, @Entry, @UnitNumber)
        """;

    private const string AddEmergency = "insert into emergency_numbers (municipality_number, number) values (@MunicipalityNumber, @Number)";

    private const string EndOrphanedPauses = """
        delete from officer_pauses
        where  not exists (select 1 from officers where officers.id = officer_pauses.officer_id)
        """;

    private const string EndOrphanedPhones = """
        delete from verified_phones
        where  not exists (
                 select 1 from officer_phones p where p.officer_id = verified_phones.officer_id and p.number = verified_phones.number
               )
        """;

    private const string EndOrphanedOutages = """
        delete from line_outages
        where  not exists (select 1 from duty_lines where duty_lines.id = line_outages.line_id)
        """;

    // In this order: a table goes before those that it refers to.
    private const string Clear = """
        delete from shifts;
        delete from escalation_rungs;
        delete from duty_lines;
        delete from officer_phones;
        delete from officers;
        delete from agents;
        delete from inbound_numbers;
        delete from emergency_numbers;
        """;

    public static async Task Write(RosterBook book, UnitOfWork unit)
    {
        await unit.Execute(Clear);
        // Everybody before the first shift: lines by agreement name each other's people.
        foreach (var office in book.Offices)
            await WritePeople(office, unit);
        foreach (var office in book.Offices)
            await WriteLines(office, unit);
        await unit.Execute(AddAgent, book.Agents.Select(AgentRow.Of));
        await unit.Execute(AddInbound, book.InboundNumbers.Select(InboundNumberRow.Of));
        await unit.Execute(
            AddEmergency,
            book.EmergencyNumbers.Select(number => new { number.MunicipalityNumber, Number = number.Number.E164 })
        );
        await unit.Execute(EndOrphanedPauses);
        await unit.Execute(EndOrphanedOutages);
        await unit.Execute(EndOrphanedPhones);
    }

    private static async Task WritePeople(OfficeRoster office, UnitOfWork unit)
    {
        await unit.Execute(AddOfficer, office.Officers.Select((officer, position) => Row(office, officer, position)));
        await unit.Execute(AddPhone, office.Officers.SelectMany(Phones));
    }

    private static async Task WriteLines(OfficeRoster office, UnitOfWork unit)
    {
        await unit.Execute(AddLine, office.Lines.Select(DutyLineRow.Of));
        await unit.Execute(AddRung, office.Lines.SelectMany(Rungs));
        await unit.Execute(AddShift, office.Shifts.Select(ShiftRow.Of));
    }

    private static object Row(OfficeRoster office, Officer officer, int position) =>
        new
        {
            officer.Id,
            UnitNumber = office.Unit.Value,
            Position = position,
            officer.Name,
            IsLead = officer.Id == office.LeadId,
            IsDeputy = officer.Id == office.DeputyId,
            officer.Email,
            Language = officer.Language.Code(),
        };

    private static IEnumerable<object> Phones(Officer officer) =>
        officer.Phones.Select(
            (phone, position) =>
                new
                {
                    Officer = officer.Id,
                    Position = position,
                    Number = phone.E164,
                }
        );

    private static IEnumerable<RungRow> Rungs(OfficeLine line) =>
        (line.Policy?.Rungs ?? []).Select((rung, position) => RungRow.Of(line.Line.Id, rung, position));
}
