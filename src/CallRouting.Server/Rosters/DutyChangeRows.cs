using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Server.Rosters;

internal sealed class OverrideRow
{
    public string Id { get; set; } = "";

    public string LineId { get; set; } = "";

    public string Role { get; set; } = "";

    public string Kind { get; set; } = "";

    public Instant FromAt { get; set; }

    public Instant ToAt { get; set; }

    public string? OfficerOut { get; set; }

    public string? OfficerIn { get; set; }

    public string DecidedBy { get; set; } = "";

    public Instant DecidedAt { get; set; }

    public Instant? WithdrawnAt { get; set; }

    public static OverrideRow Of(DutyLineId line, Override made) =>
        new()
        {
            Id = made.Id,
            LineId = line.Value,
            Role = made.Role.ToString(),
            Kind = made.Kind.ToString(),
            FromAt = made.When.Start,
            ToAt = made.When.End,
            OfficerOut = made.Out,
            OfficerIn = made.In,
            DecidedBy = made.Decided.By,
            DecidedAt = made.Decided.At,
        };

    public Override Override() =>
        new(
            Id,
            Enum.Parse<DutyRole>(Role),
            new Interval(FromAt, ToAt),
            Enum.Parse<OverrideKind>(Kind),
            OfficerOut,
            OfficerIn,
            new Decided(DecidedBy, DecidedAt, WithdrawnAt)
        );
}

internal sealed class SwapRow
{
    public string Id { get; set; } = "";

    public string LineId { get; set; } = "";

    public string RuleId { get; set; } = "";

    public int Turn { get; set; }

    public int? Day { get; set; }

    public string Giver { get; set; } = "";

    public string Taker { get; set; } = "";

    public string DecidedBy { get; set; } = "";

    public Instant DecidedAt { get; set; }

    public Instant? WithdrawnAt { get; set; }

    public static SwapRow Of(DutyLineId line, Swap swap) =>
        new()
        {
            Id = swap.Id,
            LineId = line.Value,
            RuleId = swap.Shift.Rule.ToString(),
            Turn = swap.Shift.Turn,
            Day = swap.Day,
            Giver = swap.Giver,
            Taker = swap.Taker,
            DecidedBy = swap.Decided.By,
            DecidedAt = swap.Decided.At,
        };

    public Swap Swap() => new(Id, new ShiftId(new RuleId(RuleId), Turn), Giver, Taker, new Decided(DecidedBy, DecidedAt, WithdrawnAt), Day);
}

internal sealed class LeaveRow
{
    public string Id { get; set; } = "";

    public string OfficerId { get; set; } = "";

    public LocalDate FirstDay { get; set; }

    public LocalDate LastDay { get; set; }

    public int? Days { get; set; }

    public string? FromTime { get; set; }

    public string? ToTime { get; set; }

    public string DecidedBy { get; set; } = "";

    public Instant DecidedAt { get; set; }

    public Instant? WithdrawnAt { get; set; }

    public static LeaveRow Of(Leave leave) =>
        new()
        {
            Id = leave.Id,
            OfficerId = leave.OfficerId,
            FirstDay = leave.First,
            LastDay = leave.Last,
            Days = (int?)leave.Hours?.Days,
            FromTime = leave.Hours is { } from ? WallTime.Write(from.From) : null,
            ToTime = leave.Hours is { } to ? WallTime.Write(to.To) : null,
            DecidedBy = leave.Decided.By,
            DecidedAt = leave.Decided.At,
        };

    public Leave Leave() =>
        new(
            Id,
            OfficerId,
            FirstDay,
            LastDay,
            new Decided(DecidedBy, DecidedAt, WithdrawnAt),
            Days is { } days ? new WeekHours((Weekdays)days, WallTime.Read(FromTime!), WallTime.Read(ToTime!)) : null
        );
}
