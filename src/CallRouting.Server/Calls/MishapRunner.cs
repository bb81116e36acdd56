using CallRouting.Core.Calls;
using CallRouting.Core.Supervision;
using CallRouting.Core.Transfers;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Menus;
using CallRouting.Server.Supervision;
using Microsoft.Extensions.Options;

namespace CallRouting.Server.Calls;

/// <summary>
/// Writes down who met our apology or was turned away, as soon as the database works: a flag, and for whoever never came in, the call
/// itself and a call-back by the contact centre.
/// </summary>
public sealed class MishapRunner(
    Mishaps mishaps,
    Arrivals arrivals,
    CallStore calls,
    LegStore legs,
    MenuRunner menus,
    CallbackRunner promises,
    FlagStore flags,
    Timeline timeline,
    Ids ids,
    Writes writes,
    TimeProvider clock,
    IOptions<ModeOptions> mode,
    ILogger<MishapRunner> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Writes all that waits; stops where the database does not work. Tells how many were written.</summary>
    public async Task<int> RunOnce(CancellationToken cancel = default)
    {
        var written = 0;
        for (; mishaps.Next() is { } mishap; written++)
        {
            await writes.Commit(unit => Write(mishap, unit), cancel);
            mishaps.Forget(mishap);
        }
        return written;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (mode.Value.Background && !stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stoppingToken);
            try
            {
                await RunOnce(stoppingToken);
            }
            catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(broken, "{Count} callers who met our apology are not written down yet; it is tried again.", mishaps.Unwritten);
            }
        }
    }

    private async Task Write(Mishap mishap, UnitOfWork unit)
    {
        if (await KnownCall(mishap, unit) is { } call)
        {
            await Flag(call, mishap, unit);
        }
        else if (await arrivals.NeverCameIn(mishap, unit) is { } lost)
        {
            await Tell(lost, mishap.Story, null, mishap, unit);
            await Tell(lost, CallStories.Ended, mishap.Story, mishap, unit);
            await promises.Owe(lost, menus.Visit(lost), new Debt(mishap.Story), unit);
        }
    }

    // By the call's SID; a leg that we had just asked for may not have told its SID yet.
    private async Task<CallRow?> KnownCall(Mishap mishap, UnitOfWork unit) =>
        (await legs.FindBySid(mishap.Sid, unit) ?? (mishap.Leg is { } id ? await legs.Find(id, unit) : null)) is { } leg
            ? await calls.Find(leg.CallId, unit)
            : await calls.FindBySid(mishap.Sid, unit);

    // What is owed to a known caller is owed when the call ends, by the usual rules.
    private async Task Flag(CallRow call, Mishap mishap, UnitOfWork unit)
    {
        await Tell(call, mishap.Story, null, mishap, unit);
        if (await flags.IsRaised(call.Id, mishap.Story, unit))
        {
            return;
        }
        await flags.Raise(
            new()
            {
                Id = ids.Next(),
                Kind = nameof(FlagKind.CallerFailed),
                CallId = call.Id,
                TransferId = call.TransferId,
                UnitNumber = call.UnitNumber,
                Reason = mishap.Story,
                Urgent = call.Urgency == nameof(Urgency.Urgent),
                RaisedAt = mishap.At,
            },
            unit
        );
    }

    private Task Tell(CallRow call, string story, string? detail, Mishap mishap, UnitOfWork unit) =>
        timeline.Tell([new Told(story, Detail: detail)], new Subject(call.Id, Unit: call.UnitNumber), mishap.At, unit);
}
