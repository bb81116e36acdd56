using CallRouting.Core.Calls;
using CallRouting.Core.Rosters;
using NodaTime.Text;

namespace CallRouting.Server.Rosters;

/// <param name="From">yyyy-MM-dd, the first day whose calls are asked again.</param>
/// <param name="To">yyyy-MM-dd, the last.</param>
/// <param name="WeeksLater">Moves each call to the same weekday and time so many weeks later, for a draft that begins after them.</param>
public sealed record ReplayRequest(string? From, string? To, int WeeksLater);

/// <summary>What a draft would have done with a line's past calls. It says when somebody called, and nothing of who.</summary>
/// <param name="Uncovered">Calls that nobody would have been rung for.</param>
public sealed record ReplayAnswer(string Line, int Uncovered, int UrgentUncovered, IReadOnlyList<ReplayedCallAnswer> Calls)
{
    public static ReplayAnswer Of(DutyLine line, Replay replay) =>
        new(line.Id.Value, replay.Uncovered.Count(), replay.UrgentUncovered.Count(), [.. replay.Calls.Select(ReplayedCallAnswer.Of)]);
}

/// <param name="CalledAt">When the transfer began.</param>
/// <param name="At">When it is taken to be: so many weeks later.</param>
/// <param name="IsOpen">The contact centre is open then.</param>
/// <param name="Rung">The first rung that has anybody; null: nobody would have been rung.</param>
/// <param name="Officers">Whom it rings, by name.</param>
public sealed record ReplayedCallAnswer(
    DateTimeOffset CalledAt,
    DateTimeOffset At,
    bool Urgent,
    bool IsOpen,
    string? Rung,
    IReadOnlyList<string> Officers
)
{
    public static ReplayedCallAnswer Of(ReplayedCall call)
    {
        var first = call.Ladder.Rungs.FirstOrDefault(rung => rung.People.Count > 0);
        return new(
            call.Call.At.ToDateTimeOffset(),
            call.At.ToDateTimeOffset(),
            call.Call.Urgency == Urgency.Urgent,
            call.IsOpen,
            first?.Name,
            [.. (first?.People ?? []).Select(person => person.Name).Distinct()]
        );
    }
}

/// <summary>A day on which rosters go wrong.</summary>
/// <param name="Date">yyyy-MM-dd.</param>
/// <param name="Named">Holidays, eves and short days, in bokmål; two can fall on one date.</param>
/// <param name="Hours">23, 24 or 25.</param>
/// <param name="Exception">Why the contact centre is not open as usual, if it is not.</param>
/// <param name="ReopensAfter">Closed days just before it, for one that opens after more than a week-end; otherwise 0.</param>
/// <param name="Periods">Who is on duty in each layer from midnight to midnight.</param>
public sealed record SpecialDayAnswer(
    string Date,
    IReadOnlyList<string> Named,
    int Hours,
    string? Exception,
    int ReopensAfter,
    CoverageSumAnswer Sum,
    IReadOnlyList<FindingAnswer> Findings,
    IReadOnlyList<DutyPeriodAnswer> Periods
)
{
    public static SpecialDayAnswer Of(SpecialDay day, IReadOnlyDictionary<string, Officer> officers) =>
        new(
            LocalDatePattern.Iso.Format(day.Date),
            [.. day.Named.Select(named => named.Name)],
            (int)day.Length.TotalHours,
            day.Exception?.Reason,
            day.ReopensAfter,
            CoverageSumAnswer.Of(day.Coverage.Totals),
            [.. day.Coverage.Findings.Select(FindingAnswer.Of)],
            [.. day.Periods.SelectMany(layer => layer).Select(period => DutyPeriodAnswer.Of(period, officers))]
        );
}
