using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Rosters.Exchange;

/// <summary>Puts what a file says into the place of a draft's rules. Layers stay, and those that the file names come to them.</summary>
public sealed class RosterImports(RosterStore rosters, PublishedStore published)
{
    internal static RosterImport Read(RosterFormat format, byte[] file, IReadOnlyList<Officer> officers) =>
        format == RosterFormat.Csv
            ? CsvRoster.Read(file, new ExchangePeople(officers))
            : CalendarRoster.Read(file, new ExchangePeople(officers));

    /// <summary>Whom a line's roster may name.</summary>
    public Task<IReadOnlyList<Officer>> PeopleOf(DutyLine line, UnitOfWork unit) => rosters.OfficersOf(line, unit);

    /// <param name="seen">The draft's version that was read; null: whatever it is.</param>
    /// <returns>The draft's version; null when somebody else has saved it since.</returns>
    public async Task<int?> Save(DutyLine line, IEnumerable<DutySpan> duties, int? seen, Decided decided, UnitOfWork unit)
    {
        var draft = await published.DraftOf(line.Id, unit);
        var version = seen ?? draft?.Version ?? 0;
        var before = draft?.Roster ?? (await rosters.ForLine(line.Id, decided.At, unit)).Roster;
        var rules = DutySpans.Rules(line.Id, duties);
        var roster = Roster.Of(rules) with { Layers = Layers(before.Layers, rules) };
        return await published.Save(line.Id, roster, decided, version, unit) ? version + 1 : null;
    }

    private static IReadOnlyList<Layer> Layers(IReadOnlyList<Layer> standing, IReadOnlyList<RosterRule> rules) =>
        [
            .. standing
                .Concat(rules.Select(rule => new Layer(rule.Role, RoleWords.Write(rule.Role), [])))
                .DistinctBy(layer => layer.Role)
                .OrderBy(layer => layer.Role),
        ];
}
