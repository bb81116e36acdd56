using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using CallRouting.Server.Queue;
using CallRouting.Server.Telephony;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Calls;

/// <summary>
/// Carries out what was written down, and ticks it off. After a crash what was not ticked off is carried out again; only a
/// ringing that may have been asked for is not, because the provider rings twice when asked twice (contract §7).
/// </summary>
public sealed class ActionRunner(
    ActionStore actions,
    LegStore legs,
    RoomStore rooms,
    LegEvents events,
    CallRunner runner,
    QueueRunner queue,
    ProviderClient provider,
    RoomSounds sounds,
    Pacer pacer,
    Seal seal,
    Reads reads,
    Writes writes,
    TimeProvider clock,
    ILogger<ActionRunner> log
)
{
    private const int AtATime = 50;
    private const int MostTries = 20;
    private static readonly Duration Claim = Duration.FromSeconds(30);
    private static readonly Duration Soon = Duration.FromMilliseconds(250);

    private Instant Now => clock.GetUtcNow().ToInstant();

    /// <summary>Carries out what is due, each leg's actions in order and different legs' beside each other. Tells how many there were.</summary>
    public async Task<int> RunOnce(CancellationToken cancel = default)
    {
        var due = await reads.Ask(unit => actions.Due(Now, AtATime, unit), cancel);
        var allowed = due.Where(action => action.Kind != ActionKinds.Dial || pacer.MayDial(Now)).ToList();
        await Task.WhenAll(allowed.GroupBy(action => action.LegId ?? action.Id).Select(ofLeg => InOrder(ofLeg, cancel)));
        return allowed.Count;
    }

    private async Task InOrder(IEnumerable<ActionRow> ofLeg, CancellationToken cancel)
    {
        foreach (var action in ofLeg.OrderBy(action => action.Id, StringComparer.Ordinal))
        {
            await CarryOut(action, cancel);
        }
    }

    private Task CarryOut(ActionRow action, CancellationToken cancel) =>
        action.Kind switch
        {
            ActionKinds.WakeCall => Within(action, unit => runner.Tell(action.CallId, new WaitPassed(), unit), cancel),
            ActionKinds.WakeTransfer => Within(action, unit => runner.Tell(action.TransferId!, new TimePassed(), unit), cancel),
            ActionKinds.RingCallback => Within(action, unit => runner.RingCallback(action.CallbackId!, unit), cancel),
            ActionKinds.MatchQueue => Within(action, queue.Match, cancel),
            ActionKinds.Dial => Dial(action, cancel),
            ActionKinds.MessageOfficer => Message(action, cancel),
            _ => Steer(action, cancel),
        };

    // A deadline is state and nothing else: what follows and the tick are one transaction.
    private Task Within(ActionRow action, Func<UnitOfWork, Task> work, CancellationToken cancel) =>
        writes.Commit(
            async unit =>
            {
                await work(unit);
                await actions.Done(action.Id, "done", Now, unit);
            },
            cancel
        );

    private async Task Dial(ActionRow action, CancellationToken cancel)
    {
        if (await ClaimDial(action, cancel) is not { } leg)
        {
            return;
        }
        var answer = await provider.Call(Phones.Read(leg.Phone!, seal), leg.Id, leg.RingSeconds, cancel);
        await writes.Commit(unit => Dialled(action, answer, unit), cancel);
    }

    /// The leg to ring, noted as being rung; or null when it is not to be rung (again).
    private Task<Leg?> ClaimDial(ActionRow action, CancellationToken cancel) =>
        writes.Commit(
            async unit =>
            {
                var leg = (await legs.Find(action.LegId!, unit))!;
                var refusal =
                    action.SentAt is not null ? "sent before a restart; its deadline settles it"
                    : leg.EndedAt is not null || await WasGivenUp(leg, unit) ? "withdrawn before it was sent"
                    : null;
                if (refusal is not null)
                {
                    await actions.Done(action.Id, refusal, Now, unit);
                    return null;
                }
                return await actions.Take(action, Now + Claim, sentAt: Now, Now, unit) ? leg : null;
            },
            cancel
        );

    private async Task Dialled(ActionRow action, ProviderAnswer answer, UnitOfWork unit)
    {
        var leg = (await legs.Find(action.LegId!, unit))!;
        switch (answer)
        {
            case ProviderAnswer.Done done:
                await actions.Done(action.Id, "done", Now, unit);
                await events.Report(leg, new CallStatus(done.Sid, Rank: 1, Ending: null), unit);
                break;
            case ProviderAnswer.Refused refused:
                log.LogWarning("The provider refused to ring for {Kind} {Leg}: code {Code}.", leg.Role, leg.Id, refused.Code);
                await actions.Done(action.Id, $"refused: {refused.Code}", Now, unit);
                await events.End(leg, EndingOf(refused.Code), unit);
                break;
            case ProviderAnswer.NotDone notDone:
                await actions.Again(action.Id, Now + Soon, notDone.Why, unit);
                break;
            case ProviderAnswer.Unknown unknown:
                // It may ring. Callbacks bring the leg's id; if none comes, the attempt's deadline settles it.
                await actions.Done(action.Id, $"outcome unknown: {unknown.Why}", Now, unit);
                break;
        }
    }

    // Contract §1.4: what is wrong with the number is the number's; what is wrong with us or the account is ours.
    private static LegEnding EndingOf(int code) =>
        code switch
        {
            21201 or 21211 or 21214 or 21217 => LegEnding.BadNumber,
            21203 or 21215 or 21216 => LegEnding.CarrierFailure,
            _ => LegEnding.OurFailure,
        };

    // Ticked off before it is sent: one message is a courtesy, two are a nuisance (contract §7).
    private async Task Message(ActionRow action, CancellationToken cancel)
    {
        var text = await writes.Commit(
            async unit =>
            {
                await actions.Done(action.Id, "sent once", Now, unit);
                return await sounds.MissedCall(action.CallId, unit);
            },
            cancel
        );
        if (await provider.Message(action.Phone!, text, cancel) is not ProviderAnswer.Done)
        {
            log.LogWarning("A message about a missed call was not sent.");
        }
    }

    private async Task Steer(ActionRow action, CancellationToken cancel)
    {
        if (!await writes.Commit(unit => actions.Take(action, Now + Claim, sentAt: null, Now, unit), cancel))
        {
            return;
        }
        var answer = await Ask(action, cancel);
        await writes.Commit(unit => Steered(action, answer, unit), cancel);
    }

    private async Task<ProviderAnswer> Ask(ActionRow action, CancellationToken cancel)
    {
        var (leg, room) = await reads.Ask(unit => LegAndRoom(action, unit), cancel);
        return (action.Kind, leg, room) switch
        {
            (_, { EndedAt: not null }, _) => new ProviderAnswer.Done("ended already"),
            (_, { Sid: null }, _) => new ProviderAnswer.NotDone("the call is not known yet"),
            (ActionKinds.End, _, _) => await provider.End(leg.Sid!, cancel),
            (ActionKinds.Tell, _, _) => await provider.Redirect(leg.Sid!, leg.Id, cancel),
            // Hold works only in a room that has begun (contract §6.3).
            (_, _, { StartedAt: null }) => new ProviderAnswer.NotDone("the room has not begun"),
            (_, _, null) => new ProviderAnswer.Done("not in a room"),
            (ActionKinds.Hold, _, _) => await provider.Hold(room.ConferenceSid!, leg.Sid!, leg.Id, cancel),
            (ActionKinds.Mute, _, _) => await provider.Mute(room.ConferenceSid!, leg.Sid!, leg.Muted, cancel),
            (ActionKinds.PressKeys, _, _) => await provider.PressKeys(room.ConferenceSid!, action.Id, cancel),
            (ActionKinds.Unhold, _, _) => await provider.Unhold(room.ConferenceSid!, leg.Sid!, cancel),
            _ => throw new InvalidOperationException($"Nobody knows how to carry out \"{action.Kind}\"."),
        };
    }

    private async Task<(Leg Leg, Room? Room)> LegAndRoom(ActionRow action, UnitOfWork unit)
    {
        var leg = (await legs.Find(action.LegId!, unit))!;
        return (leg, leg.Room is { } number ? await rooms.Find(TwimlWriter.RoomName(leg.CallId, number), unit) : null);
    }

    private async Task Steered(ActionRow action, ProviderAnswer answer, UnitOfWork unit)
    {
        if (MayTryAgain(action, answer))
        {
            await GiveUpUnsent(action, unit);
            await actions.Again(action.Id, Now + Later(action.Tries), answer.ToString()!, unit);
            return;
        }
        // Ended or gone is as good as done: nobody is there to be steered any more.
        await actions.Done(action.Id, answer is ProviderAnswer.Done ? "done" : answer.ToString()!, Now, unit);
        if (action.Kind == ActionKinds.End && await legs.Find(action.LegId!, unit) is { } leg)
        {
            await runner.LetGo(leg, unit);
        }
    }

    // Keys that may have been pressed are not pressed again: twice is another number.
    private static bool MayTryAgain(ActionRow action, ProviderAnswer answer) =>
        action.Tries < MostTries
        && (answer is ProviderAnswer.NotDone || (answer is ProviderAnswer.Unknown && action.Kind != ActionKinds.PressKeys));

    private async Task GiveUpUnsent(ActionRow action, UnitOfWork unit)
    {
        if (
            action.Kind == ActionKinds.End
            && await actions.IsUnsentDial(action.LegId!, unit)
            && await legs.Find(action.LegId!, unit) is { } leg
        )
        {
            await WasGivenUp(leg, unit);
        }
    }

    // 0.25, 0.5, 1, 2, and then 4 seconds: at once after a hiccup, and for a minute through an outage.
    private static Duration Later(int tries) => Soon * (1 << Math.Min(tries, 4));

    // To be ended before it was rung: it is not rung at all, and its phone is free.
    private async Task<bool> WasGivenUp(Leg leg, UnitOfWork unit)
    {
        if (!await actions.IsToBeEnded(leg.Id, unit))
        {
            return false;
        }
        await events.End(leg, LegEnding.Cancelled, unit);
        return true;
    }
}
