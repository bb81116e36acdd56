using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Rosters.Exchange;

/// <summary>Who is on duty over some days as it stands: what is published, with leave, swaps and overrides.</summary>
public sealed class RosterSheets(RosterStore rosters, Reads reads)
{
    /// <summary>Null where there is no such line.</summary>
    internal Task<RosterSheet?> OfLine(DutyLineId id, DateInterval days, CancellationToken cancel) =>
        reads.Ask(async unit => await rosters.Line(id, unit) is { } line ? await Of(id.Value, [line], days, unit) : null, cancel);

    /// <summary>All lines of an office; null where there is none.</summary>
    internal Task<RosterSheet?> OfOffice(UnitNumber office, DateInterval days, CancellationToken cancel) =>
        reads.Ask(
            async unit => await rosters.LinesOf(office, unit) is { Count: > 0 } lines ? await Of(office.Value, lines, days, unit) : null,
            cancel
        );

    private async Task<RosterSheet> Of(string name, IReadOnlyList<DutyLine> lines, DateInterval days, UnitOfWork unit)
    {
        var officers = (await rosters.EveryOfficer(unit)).ToDictionary(officer => officer.Id, officer => officer.Name);
        var interval = new Interval(OsloTime.StartOf(days.Start), OsloTime.StartOf(days.End.PlusDays(1)));
        var rows = new List<SheetRow>();
        foreach (var line in lines)
        {
            var spans = DutySpans.Of(await rosters.Published(line, unit), interval);
            rows.AddRange(spans.Select(span => new SheetRow(line, span, officers.GetValueOrDefault(span.OfficerId, span.OfficerId))));
        }
        return new($"vaktliste-{name}-{days.Start:uuuu-MM-dd}", rows);
    }
}
