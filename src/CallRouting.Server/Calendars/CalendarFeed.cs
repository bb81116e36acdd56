using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using CallRouting.Server.Offices;
using CallRouting.Server.Rosters;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Calendars;

/// <summary>An officer's or an office's duties as a calendar that others follow: who is on duty where and when, and nothing else.</summary>
public sealed class CalendarFeed(RosterStore rosters, PlacesInForce places, TimeProvider clock)
{
    private const int DaysBack = 31;
    private const int DaysAhead = 366;
    private static readonly Duration CancelledFor = Duration.FromDays(60);

    /// <summary>Null when the officer is nobody's any more.</summary>
    public async Task<string?> Write(CalendarAddressRow address, UnitOfWork unit)
    {
        var officers = (await rosters.EveryOfficer(unit)).ToDictionary(officer => officer.Id);
        if (address.OfficerId is { } whose && !officers.ContainsKey(whose))
        {
            return null;
        }
        var events = new List<CalendarEvent>();
        foreach (var line in await Lines(address, unit))
        {
            events.AddRange(
                (await Duties(line, unit))
                    .Where(each => address.OfficerId is null || each.Duty.OfficerId == address.OfficerId)
                    .Select(each => Event(each, line, address, officers))
            );
        }
        return CalendarWriter.Write(
            Name(address, officers),
            events.OrderBy(each => each.From).ThenBy(each => each.Uid, StringComparer.Ordinal)
        );
    }

    // An officer keeps lines of other offices too, where that is agreed.
    private async Task<IEnumerable<DutyLine>> Lines(CalendarAddressRow address, UnitOfWork unit)
    {
        var own = await rosters.LinesOf(new UnitNumber(address.UnitNumber), unit);
        if (address.OfficerId is null)
        {
            return own;
        }
        var lines = new List<DutyLine>();
        foreach (var line in own)
        {
            lines.AddRange(await rosters.LinesWith(line, unit));
        }
        return lines.DistinctBy(line => line.Id);
    }

    // By whole days, so that the calendar is the same the whole day, and its ETag too.
    private async Task<IEnumerable<RevisedDuty>> Duties(DutyLine line, UnitOfWork unit)
    {
        var now = clock.GetUtcNow().ToInstant();
        var today = now.OsloDate();
        var within = new Interval(OsloTime.StartOf(today.PlusDays(-DaysBack)), OsloTime.StartOf(today.PlusDays(DaysAhead)));
        return RevisedDuties.Of(new(await rosters.Published(line, unit)), within, OsloTime.StartOf(today) - CancelledFor, now);
    }

    private static CalendarEvent Event(RevisedDuty each, DutyLine line, CalendarAddressRow address, Dictionary<string, Officer> officers)
    {
        var name = officers.GetValueOrDefault(each.Duty.OfficerId)?.Name ?? each.Duty.OfficerId;
        var role = RoleWords.Write(each.Duty.Role);
        return new(
            $"{line.Id}/{each.Key}@callrouting",
            each.Duty.From,
            each.Duty.To,
            address.OfficerId is null ? $"{name} ({role}, {line.Name})" : $"{line.Name} ({role})",
            each.Revision,
            each.Changed ?? address.MadeAt
        )
        {
            Category = role,
            Officer = each.Duty.OfficerId,
            IsCancelled = each.IsCancelled,
        };
    }

    private string Name(CalendarAddressRow address, Dictionary<string, Officer> officers)
    {
        var office = places.Places.OfficeNumbered(new UnitNumber(address.UnitNumber), clock.GetUtcNow().ToInstant().OsloDate())?.Name;
        return $"{(address.OfficerId is { } id ? $"Vakter for {officers[id].Name}" : "Vaktliste")} – {office ?? address.UnitNumber}";
    }
}
