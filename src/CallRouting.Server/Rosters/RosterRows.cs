using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Server.Rosters;

internal sealed class DutyLineRow
{
    public string Id { get; set; } = "";

    public string UnitNumber { get; set; } = "";

    public int Position { get; set; }

    public string Name { get; set; } = "";

    public string? TargetGroup { get; set; }

    public bool IsGeneral { get; set; }

    public bool IsOutOfService { get; set; }

    public bool TransfersOnly { get; set; }

    /// <summary>Of another table: read with the line, never written with it.</summary>
    public Instant? OutOfServiceUntil { get; set; }

    public string? Agreement { get; set; }

    public int? Rounds { get; set; }

    public int? BudgetSeconds { get; set; }

    public static DutyLineRow Of(OfficeLine line, int position) =>
        new()
        {
            Id = line.Line.Id.Value,
            UnitNumber = line.Line.Unit.Value,
            Position = position,
            Name = line.Line.Name,
            TargetGroup = line.Line.TargetGroup,
            IsGeneral = line.Line.IsGeneral,
            IsOutOfService = line.Line.IsOutOfService,
            TransfersOnly = line.Line.TransfersOnly,
            Agreement = line.Line.Agreement,
            Rounds = line.Policy?.Rounds,
            BudgetSeconds = (int?)line.Policy?.Budget.TotalSeconds,
        };

    public DutyLine Line() =>
        new(new(Id), new(UnitNumber), Name, TargetGroup, IsGeneral, IsOutOfService, TransfersOnly, OutOfServiceUntil, Agreement);
}

internal sealed class RungRow
{
    public string LineId { get; set; } = "";

    public int Position { get; set; }

    public string Rings { get; set; } = "";

    public int Seconds { get; set; }

    public bool Together { get; set; }

    public bool RingAnyway { get; set; }

    public string? FixedLine { get; set; }

    public string? NeighbourLineId { get; set; }

    public static RungRow Of(DutyLineId line, EscalationRung rung, int position) =>
        new()
        {
            LineId = line.Value,
            Position = position,
            Rings = rung.Rings.ToString(),
            Seconds = (int)rung.RingFor.TotalSeconds,
            Together = rung.Together,
            RingAnyway = rung.RingAnyway,
            FixedLine = rung.FixedLine?.E164,
            NeighbourLineId = rung.NeighbourLine?.Value,
        };

    public EscalationRung Rung() =>
        new(
            Enum.Parse<RungTarget>(Rings),
            Duration.FromSeconds(Seconds),
            Together,
            RingAnyway,
            FixedLine is null ? null : new PhoneNumber(FixedLine),
            NeighbourLineId is null ? null : new DutyLineId(NeighbourLineId)
        );
}

internal sealed class ShiftRow
{
    public string LineId { get; set; } = "";

    public int Position { get; set; }

    public string OfficerId { get; set; } = "";

    public string Role { get; set; } = "";

    public int Days { get; set; }

    public string FromTime { get; set; } = "";

    public string ToTime { get; set; } = "";

    public LocalDate ValidFrom { get; set; }

    public LocalDate? ValidTo { get; set; }

    public bool OnHolidays { get; set; }

    public static ShiftRow Of(Shift shift, int position) =>
        new()
        {
            LineId = shift.Line.Value,
            Position = position,
            OfficerId = shift.OfficerId,
            Role = shift.Role.ToString(),
            Days = (int)shift.Days,
            FromTime = WallTime.Write(shift.From),
            ToTime = WallTime.Write(shift.To),
            ValidFrom = shift.ValidFrom,
            ValidTo = shift.ValidTo,
            OnHolidays = shift.OnHolidays,
        };

    public Shift Shift() =>
        new(
            new(LineId),
            OfficerId,
            Enum.Parse<DutyRole>(Role),
            (Weekdays)Days,
            WallTime.Read(FromTime),
            WallTime.Read(ToTime),
            ValidFrom,
            ValidTo,
            OnHolidays
        )
        {
            // Swaps refer to it, as long as the file keeps its order.
            Id = new RuleId($"file-{Position}"),
        };
}

/// <summary>One row for each phone of an officer, in order.</summary>
internal sealed class OfficerRow
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string UnitNumber { get; set; } = "";

    public bool IsLead { get; set; }

    public bool IsDeputy { get; set; }

    public string? Email { get; set; }

    public string? Language { get; set; }

    public string Number { get; set; } = "";

    public Instant? PausedSince { get; set; }

    public static Officer Officer(IEnumerable<OfficerRow> phones)
    {
        var row = phones.First();
        return new Officer(row.Id, row.Name, [.. phones.Select(phone => new PhoneNumber(phone.Number))], row.PausedSince is not null)
        {
            Email = row.Email,
            Language = Languages.OfCode(row.Language) ?? Core.Calls.Language.Bokmal,
        };
    }
}

internal sealed class AgentRow
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public int Position { get; set; }

    public string Station { get; set; } = "";

    public static AgentRow Of(Agent agent, int position) =>
        new()
        {
            Id = agent.Id,
            Position = position,
            Name = agent.Name,
            Station = agent.Station.E164,
        };

    public Agent Agent() => new(Id, Name, new PhoneNumber(Station));
}

internal sealed class InboundNumberRow
{
    public string Number { get; set; } = "";

    public string Name { get; set; } = "";

    public string Flow { get; set; } = "";

    public string Entry { get; set; } = "";

    public string? UnitNumber { get; set; }

    public int Position { get; set; }

    public static InboundNumberRow Of(InboundNumber inbound, int position) =>
        new()
        {
            Number = inbound.Number.E164,
            Position = position,
            Name = inbound.Name,
            Flow = inbound.Flow,
            Entry = inbound.Entry,
            UnitNumber = inbound.Unit?.Value,
        };

    public InboundNumber Inbound() => new(new(Number), Name, Flow, Entry, UnitNumber is null ? null : new UnitNumber(UnitNumber));
}
