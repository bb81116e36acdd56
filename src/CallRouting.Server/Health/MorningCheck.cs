using CallRouting.Core.Offices;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Health;

/// <summary>
/// Before the lines open: a call from our own number to our own number goes the whole way that a caller's goes, and what today's
/// callers would meet is looked at. Its steps are actions like any other, so that a restart does not lose them.
/// </summary>
public sealed class MorningCheck(
    MorningCheckStore checks,
    ActionStore actions,
    OpeningHours hours,
    Ids ids,
    Writes writes,
    Worker worker,
    TimeProvider clock
)
{
    /// <summary>From the test call to the report.</summary>
    public static readonly Duration Takes = Duration.FromMinutes(1);

    /// <summary>The job's part: on a day on which the lines open.</summary>
    public async Task RunOnce(Instant now, CancellationToken cancel = default)
    {
        if (hours.On(now.OsloDate()) is not null)
        {
            await Begin(cancel);
        }
    }

    /// <summary>Begins a check; null while another is under way.</summary>
    public Task<MorningCheckRow?> Begin(CancellationToken cancel = default) =>
        writes
            .Commit(
                async unit =>
                {
                    var now = clock.GetUtcNow().ToInstant();
                    if (await checks.UnderWay(now, unit) is not null)
                    {
                        return null;
                    }
                    var check = new MorningCheckRow { Id = ids.Next(), StartedAt = now };
                    await checks.Add(check, unit);
                    await actions.Add(Step(ActionKinds.PlaceTestCall, check, now), unit);
                    await actions.Add(Step(ActionKinds.ConcludeCheck, check, now + Takes), unit);
                    return check;
                },
                cancel
            )
            .Nudging(worker);

    // Of no call: what it is about is the check.
    private ActionRow Step(string kind, MorningCheckRow check, Instant at) =>
        new()
        {
            Id = ids.Next(),
            Kind = kind,
            CallId = check.Id,
            Priority = Priorities.Drill,
            WakeAt = at,
        };
}
