using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Core.Supervision;
using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CallRouting.Server.Supervision;

/// <summary>Finds what is no accident any more: many unanswered within an hour, and weeks under the target.</summary>
public sealed class PatternLook(AnsweredShares shares, IOptions<SupervisionOptions> options)
{
    // As many as a pattern that began before may reach back; an even number, so that pairs of weeks stay pairs.
    private const int MostWeeks = 12;
    private static readonly Period Back = Period.FromDays(2);

    private const string UnansweredSince = """
        select   t.id, t.line_id, t.unit_number, t.ended_at
        from     transfers t
        where    t.state = @unanswered and t.ended_at >= @since and t.line_id is not null
        and      not exists (select 1 from flags f where f.transfer_id = t.id and f.counts_against_office = @no)
        order by t.ended_at, t.id
        """;

    public async Task<IReadOnlyList<FlagRow>> WithinAnHour(Instant now, UnitOfWork unit)
    {
        var since = OsloTime.StartOf(now.OsloDate().Minus(Back));
        var values = new
        {
            unanswered = nameof(Unanswered),
            since,
            no = false,
        };
        return
        [
            .. (await unit.Query<UnansweredRow>(UnansweredSince, values))
                .GroupBy(row => (row.LineId, row.UnitNumber))
                .SelectMany(line =>
                    Patterns
                        .ManyWithinAnHour(line.Select(row => new UnansweredOne(row.Id, row.EndedAt)), options.Value.UnansweredInAnHour)
                        .Select(pattern => Flag(pattern, line.Key.LineId, line.Key.UnitNumber))
                ),
        ];
    }

    /// <summary>Offices that were under the target in the week before this one and in the week before that.</summary>
    public async Task<IReadOnlyList<FlagRow>> UnderTarget(Instant now, UnitOfWork unit)
    {
        var thisMonday = MondayOf(now);
        var weeks = Enumerable.Range(-MostWeeks, MostWeeks).Select(thisMonday.PlusWeeks).ToList();
        var byOffice = new Dictionary<string, List<WeekShare>>();
        foreach (var (monday, i) in weeks.Select((monday, i) => (monday, i)))
        {
            foreach (var row in await shares.Of(new(monday, monday.PlusDays(6)), unit))
            {
                if (!byOffice.TryGetValue(row.UnitNumber, out var office))
                {
                    byOffice[row.UnitNumber] = office = [.. weeks.Select(empty => new WeekShare(empty, 0, 0))];
                }
                office[i] = new(monday, row.Offered, row.Accepted);
            }
        }
        return [.. byOffice.Where(office => Patterns.IsTold(WeeksUnder(office.Value))).Select(office => Flag(office.Key, office.Value))];
    }

    public static LocalDate MondayOf(Instant now) =>
        now.OsloDate() is { DayOfWeek: IsoDayOfWeek.Monday } monday ? monday : now.OsloDate().Previous(IsoDayOfWeek.Monday);

    private int WeeksUnder(List<WeekShare> weeks) =>
        Patterns.WeeksUnder(weeks, options.Value.AnsweredTarget / 100, options.Value.LeastOffered);

    private static FlagRow Flag(ManyUnansweredPattern pattern, string line, string unit) =>
        new()
        {
            Kind = nameof(FlagKind.ManyUnanswered),
            Fact = FlagFact.OfPattern(pattern.Completed).Key,
            TransferId = pattern.Completed,
            LineId = line,
            UnitNumber = unit,
            Reason = FlagReasons.Of(FlagKind.ManyUnanswered),
            CountsAgainstOffice = true,
            FromAt = pattern.From,
            ToAt = pattern.To,
            Figure = pattern.Count,
        };

    private static FlagRow Flag(string unit, List<WeekShare> weeks) =>
        new()
        {
            Kind = nameof(FlagKind.UnderTarget),
            Fact = FlagFact.OfWeeks(new UnitNumber(unit), weeks[^1].Monday).Key,
            UnitNumber = unit,
            Reason = FlagReasons.Of(FlagKind.UnderTarget),
            CountsAgainstOffice = true,
            FromAt = OsloTime.StartOf(weeks[^2].Monday),
            ToAt = OsloTime.StartOf(weeks[^1].Monday.PlusWeeks(1)),
            Figure = PerMille(weeks[^2], weeks[^1]),
        };

    private static int PerMille(WeekShare one, WeekShare other) => 1000 * (one.Accepted + other.Accepted) / (one.Offered + other.Offered);

    private sealed class UnansweredRow
    {
        public string Id { get; set; } = "";

        public string LineId { get; set; } = "";

        public string UnitNumber { get; set; } = "";

        public Instant EndedAt { get; set; }
    }
}
