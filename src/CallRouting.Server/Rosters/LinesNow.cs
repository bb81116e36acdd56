using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Rosters;

/// <summary>Duty lines as they are at this moment: who must answer, and whether they can be reached.</summary>
public sealed class LinesNow(RosterStore rosters, LineStore lines, TimeProvider clock)
{
    /// <summary>The office's lines, the general one first; empty for an office that no roster names.</summary>
    public async Task<IReadOnlyList<LineAnswer>> OfOffice(UnitNumber office, UnitOfWork unit)
    {
        var busy = await lines.BusyPhones(unit);
        var answers = new List<LineAnswer>();
        foreach (var line in await rosters.LinesOf(office, unit))
        {
            answers.Add(await Of(line, busy, unit));
        }
        return answers;
    }

    public async Task<LineAnswer> Of(DutyLine line, UnitOfWork unit) => await Of(line, await lines.BusyPhones(unit), unit);

    private async Task<LineAnswer> Of(DutyLine line, IReadOnlySet<PhoneNumber> busy, UnitOfWork unit)
    {
        var now = clock.GetUtcNow().ToInstant();
        return LineAnswer.Of(line, OnDuty.At(await rosters.ForLine(line.Id, now, unit), now), busy, now);
    }
}

/// <param name="IsOutOfService">By the roster, or by hand and not over yet.</param>
/// <param name="IsKept">Somebody is on duty now, and the line is in service.</param>
/// <param name="OutOfServiceUntil">When it is in service again by itself; null while it is, and where only the roster can change it.</param>
/// <param name="TransfersOnly">Rung for callers whom an agent has spoken with.</param>
/// <param name="Primary">On duty now, in the order in which they are rung.</param>
public sealed record LineAnswer(
    string Id,
    string Name,
    string? TargetGroup,
    bool IsGeneral,
    bool IsOutOfService,
    bool IsKept,
    DateTimeOffset? OutOfServiceUntil,
    bool TransfersOnly,
    IReadOnlyList<OfficerAnswer> Primary,
    IReadOnlyList<OfficerAnswer> Backup
)
{
    public static LineAnswer Of(DutyLine line, OnDuty onDuty, IReadOnlySet<PhoneNumber> busy, Instant now) =>
        new(
            line.Id.Value,
            line.Name,
            line.TargetGroup,
            line.IsGeneral,
            line.IsOutOfServiceAt(now),
            !line.IsOutOfServiceAt(now) && !onDuty.IsNobody,
            line is { IsOutOfService: false, OutOfServiceUntil: { } until } && until > now ? until.ToDateTimeOffset() : null,
            line.TransfersOnly,
            [.. onDuty.Primary.Select(officer => OfficerAnswer.Of(officer, busy))],
            [.. onDuty.Backup.Select(officer => OfficerAnswer.Of(officer, busy))]
        );
}

/// <summary>Without phones: nobody is to ring an officer past the ladder.</summary>
/// <param name="Reachable">Yes, Busy or Paused: whether a ladder that is climbed now would ring them.</param>
public sealed record OfficerAnswer(string Id, string Name, bool IsPaused, string Reachable)
{
    public static OfficerAnswer Of(Officer officer, IReadOnlySet<PhoneNumber> busy) =>
        new(officer.Id, officer.Name, officer.IsPaused, officer.Reachability(busy).ToString());
}
