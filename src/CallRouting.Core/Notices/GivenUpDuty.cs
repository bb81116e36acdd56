using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Core.Notices;

/// <summary>A duty that an officer cannot keep, on one line.</summary>
/// <param name="Duties">One for each layer that they are in then.</param>
public sealed record GivenUpDuty(DutyLineId Line, IReadOnlyList<OfficerDuty> Duties)
{
    /// <summary>Longer ahead nobody falls ill: what begins later is for the roster's editor.</summary>
    public static readonly Duration Ahead = Duration.FromDays(7);

    public Instant From => Duties.Min(duty => duty.From);

    public Instant To => Duties.Max(duty => duty.To);

    /// <summary>What an officer is on duty for now, or is next: of all their lines the one that begins first; null when there is none.</summary>
    public static GivenUpDuty? Of(IEnumerable<(DutyLineId Line, PublishedRosters Rosters)> lines, string officer, Instant now) =>
        lines
            .Select(line => new GivenUpDuty(line.Line, OfficerDuties.NowOrNext(line.Rosters, officer, now, Ahead)))
            .Where(given => given.Duties.Count > 0)
            .MinBy(given => given.From);

    /// <summary>Every duty that begins as soon as the first: who keeps two lines at once is off both.</summary>
    public static IReadOnlyList<GivenUpDuty> All(
        IReadOnlyList<(DutyLineId Line, PublishedRosters Rosters)> lines,
        string officer,
        Instant now
    ) =>
        Of(lines, officer, now) is { } first
            ? [.. lines.Select(line => Of([line], officer, now)).OfType<GivenUpDuty>().Where(given => given.From < first.To)]
            : [];

    /// <summary>From now on, so that nothing of it is left; one override a layer.</summary>
    /// <param name="id">Makes an override's id.</param>
    public IReadOnlyList<Override> TakenOff(Func<string> id, string by, Instant now) =>
        [.. Duties.Select(duty => Override.Removing(id(), duty.Role, new Interval(now, duty.To), duty.OfficerId, new Decided(by, now)))];

    /// <summary>
    /// Who is rung first when the duty begins, because nobody is left before them: the first layer after the one that opens. Nobody, where
    /// somebody else is still on duty in it or before it.
    /// </summary>
    public IReadOnlyList<string> Backups(Roster after)
    {
        var opened = Duties.Min(duty => duty.Role);
        var first = Timetable.At(after, From).FirstOrDefault(layer => !layer.IsGap);
        return first is not null && first.Role > opened ? Names(first) : [];
    }

    private static IReadOnlyList<string> Names(Staffing layer) => [.. layer.OnDuty.Select(posting => posting.OfficerId)];
}
