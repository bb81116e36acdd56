using CallRouting.Core.Notices;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Core.Supervision;
using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Notices;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CallRouting.Server.Supervision;

/// <summary>Tells the contacts by SMS or e-mail when a figure of the wallboard passes its threshold: once until it has recovered.</summary>
public sealed class Alarms(
    Wallboard wallboard,
    WallboardStore store,
    NoticeBoard board,
    Chains chains,
    Timeline timeline,
    Reads reads,
    Writes writes,
    IOptions<SupervisionOptions> options
)
{
    /// <summary>Stands where a notice has a line, for an alarm of no county.</summary>
    private const string Country = "Norge";

    /// <returns>Whether somebody is to be told.</returns>
    public async Task<bool> RunOnce(Instant now, CancellationToken cancel = default)
    {
        var thresholds = options.Value.Alarms.Thresholds;
        if (thresholds.Count == 0)
        {
            return false;
        }
        var (count, raised) = await reads.Ask(async unit => (await wallboard.Count(now, unit), await Raised(unit)), cancel);
        var steps = thresholds
            .Select(one => (One: one, Value: count.Of(one.County).Value(one.Threshold.Figure)))
            .Select(each => (each.One, each.Value, Step: Next(each.One, each.Value, raised, now)))
            .Where(each => each.Step != AlarmStep.Nothing)
            .ToList();
        foreach (var (one, value, step) in steps)
        {
            await writes.Commit(unit => Take(one, (int)value!.Value, step, raised, now, unit), cancel);
        }
        return steps.Exists(each => each.Step == AlarmStep.Raise);
    }

    private AlarmStep Next(ThresholdOptions one, double? value, IReadOnlyDictionary<string, AlarmRow> raised, Instant now) =>
        AlarmRules.Next(raised.ContainsKey(one.Name), one.Threshold, value, options.Value.Alarms.Hours, now);

    private async Task<IReadOnlyDictionary<string, AlarmRow>> Raised(UnitOfWork unit) =>
        (await store.Alarms(unit)).ToDictionary(alarm => alarm.Name);

    private async Task Take(
        ThresholdOptions one,
        int figure,
        AlarmStep step,
        IReadOnlyDictionary<string, AlarmRow> before,
        Instant now,
        UnitOfWork unit
    )
    {
        // Another instance may have been first.
        var raised = await Raised(unit);
        if (raised.ContainsKey(one.Name) != before.ContainsKey(one.Name))
        {
            return;
        }
        var since = step == AlarmStep.Raise ? now : before[one.Name].RaisedAt;
        await store.KeepAlarm(one.Name, since, step == AlarmStep.Clear ? now : null, figure, unit);
        var story = step == AlarmStep.Raise ? AlarmStories.Raised : AlarmStories.Cleared;
        await timeline.Tell([new Told(story, null, $"{one.Name} {figure}")], new Subject(), now, unit);
        if (step == AlarmStep.Raise)
        {
            await Tell(one, figure, now, unit);
        }
    }

    private async Task Tell(ThresholdOptions one, int figure, Instant now, UnitOfWork unit)
    {
        var place = one.County.Length == 0 ? Country : one.County;
        var notice = new NewNotice(
            NoticeKinds.Of(one.Threshold.Figure),
            NoticeTopic.Alarm(one.Name, now).Key,
            new NoticeLine(new DutyLineId(place), new UnitNumber("")),
            new Interval(now, now),
            Times: figure
        );
        foreach (var contact in chains.AlarmContacts())
        {
            await board.Tell(notice, contact, unit);
        }
    }
}

/// <summary>What the timeline tells of alarms. Stored: add, never change.</summary>
public static class AlarmStories
{
    public const string Raised = "alarm raised";
    public const string Cleared = "alarm over";
}
