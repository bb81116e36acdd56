using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Queue;
using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using CallRouting.Server.Menus;
using CallRouting.Server.Notices;
using CallRouting.Server.Queue;
using CallRouting.Server.Telephony;
using CallRouting.Server.Transfers;
using NodaTime.Extensions;

namespace CallRouting.Server.Calls;

/// <summary>
/// Answers a leg that asks what to hear, and takes the keys that it brings. A key or a silence belongs to the step that asked
/// for it: asked for again, an answered step gets the same document, and its key never reaches the next menu.
/// </summary>
public sealed class LegRunner(
    CallStore calls,
    LegStore legs,
    RoomStore rooms,
    TransferStore transfers,
    CallRunner runner,
    LegEvents events,
    MenuRunner menus,
    PassOnPlaces places,
    AnnouncementRunner announcements,
    QueueFigures queue,
    QueueRunner matching,
    Errands errands,
    Orders orders,
    TimeProvider clock,
    TwimlWriter twiml,
    Seal seal
)
{
    /// <summary>The key that takes an officer out of the room.</summary>
    public const string Star = "*";

    /// <summary>The document for a leg now, without anything having been pressed; null for a leg that we do not know.</summary>
    /// <param name="sid">The provider's name of the call that asks; null where only its leg is known.</param>
    public async Task<string?> Next(string legId, UnitOfWork unit, string? sid = null)
    {
        if (await Find(legId, sid, unit) is not { } leg)
        {
            return null;
        }
        if (leg is { Role: LegRoles.Officer, TransferId: { } transfer, Attempt: { } attempt })
        {
            await runner.Tell(transfer, new AttemptAnswered(attempt), unit);
        }
        var reply = await Reply(leg, unit);
        await legs.Save(leg, unit);
        return reply;
    }

    /// <summary>Keys for a step, or none of them: silence.</summary>
    public Task<string?> Hear(string legId, long step, string keys, UnitOfWork unit, string? sid = null) =>
        Answer(legId, sid, step, leg => Take(leg, keys, unit), unit);

    /// <summary>The caller is back from another number.</summary>
    /// <param name="answered">The two have talked.</param>
    public Task<string?> Forwarded(string legId, long step, bool answered, UnitOfWork unit, string? sid = null) =>
        Answer(legId, sid, step, async leg => await runner.BackFromOtherNumber(await calls.Load(leg.CallId, unit), answered, unit), unit);

    // Who asks is alive and has answered, whether or not that was reported. Another call than the leg's own is nobody's (contract §7).
    private async Task<Leg?> Find(string legId, string? sid, UnitOfWork unit)
    {
        if (await legs.Find(legId, unit) is not { } leg)
        {
            return null;
        }
        if (sid is not null && (leg.Sid != sid || leg.Rank < CallStatus.InProgress))
        {
            await events.Report(leg, CallStatus.Answered(sid), unit);
        }
        return sid is null || leg.Sid == sid ? leg : null;
    }

    private async Task<string?> Answer(string legId, string? sid, long step, Func<Leg, Task> take, UnitOfWork unit)
    {
        if (await Find(legId, sid, unit) is not { } leg)
        {
            return null;
        }
        if (step == leg.Step - 1 && leg.Reply is { } given)
        {
            return seal.Open(given);
        }
        if (step != leg.Step)
        {
            return await Reply(leg, unit);
        }
        leg.Step++;
        await take(leg);
        var reply = await Reply(leg, unit);
        leg.Reply = seal.Close(reply);
        await legs.Save(leg, unit);
        return reply;
    }

    private async Task Take(Leg leg, string keys, UnitOfWork unit)
    {
        if (leg.IsOfNoCall)
        {
            await errands.Hear(leg, keys, unit);
            return;
        }
        var call = await calls.Load(leg.CallId, unit);
        switch (leg.Role)
        {
            case LegRoles.Caller:
                await TakeFromCaller(leg, call, keys, unit);
                break;
            case LegRoles.Officer:
                await TakeFromOfficer(leg, call, keys, unit);
                break;
            case LegRoles.CalledBack when leg is { Accepted: true, TransferId: null }:
                await TakeFromCaller(leg, call, keys, unit);
                break;
            case LegRoles.CalledBack when keys is ['1', ..]:
                leg.Accepted = true;
                await ComeBack(leg, call, unit);
                break;
            case LegRoles.Agent or LegRoles.ThirdParty when keys is ['1', ..]:
                leg.Accepted = true;
                break;
        }
    }

    private async Task TakeFromOfficer(Leg leg, CallRow call, string keys, UnitOfWork unit)
    {
        if (await Load(leg.TransferId!, unit) is { Transfer.State: PassingOn passing } stepped && passing.Attempt == leg.Attempt)
        {
            await runner.HearPassingOn(call, stepped.Row, passing, keys, unit);
        }
        else if (keys is [var key, ..] && (keys != Star || CallRunner.MayPassOn(call)))
        {
            await runner.Tell(leg.TransferId!, new OfficerPressed(leg.Attempt!.Value, key), unit);
        }
    }

    private async Task TakeFromCaller(Leg leg, CallRow call, string keys, UnitOfWork unit)
    {
        var transfer = await TransferOf(call, unit);
        if (Scripts.IsJoined(transfer?.Transfer))
        {
            return;
        }
        if (call.State == nameof(CallState.InMenu))
        {
            // A key or a silence of the queue or the ladder is no answer to the question that the menu has come to meanwhile.
            if (leg.Asked == menus.Visit(call).Node)
            {
                await runner.HearKeys(call, keys, unit);
            }
        }
        else if (call.State == nameof(CallState.Waiting) && keys != "5")
        {
            await StayInQueue(call, keys, unit);
        }
        else if (keys == "5")
        {
            await ChooseCallback(call, transfer, unit);
        }
    }

    // Whoever is silent waits on, and agents may have come or gone meanwhile; any other key says the place again.
    private async Task StayInQueue(CallRow call, string keys, UnitOfWork unit)
    {
        if (keys.Length > 0 && call.ToldPosition is not null)
        {
            call.ToldPosition = null;
            await calls.Save(call, unit);
        }
        if (!matching.HasLookedLately)
        {
            await orders.MatchQueue(clock.GetUtcNow().ToInstant(), unit);
        }
    }

    private async Task ComeBack(Leg leg, CallRow call, UnitOfWork unit)
    {
        if (leg.TransferId is null)
        {
            await runner.Tell(call, new CallerIsBack(), unit);
        }
    }

    // The call first: it goes on in the menu whatever the ladder does (an urgent one rings on).
    private async Task ChooseCallback(CallRow call, Loaded? transfer, UnitOfWork unit)
    {
        if (call.State == nameof(CallState.Waiting))
        {
            await runner.Tell(call, new CallerWantsCallback(), unit);
        }
        else if (transfer is { Transfer.State: Ringing or AwaitingPhone })
        {
            await runner.Tell(call, new CallerWantsCallback(), unit);
            await runner.Tell(call, transfer.Row, new CallerChoseCallback(), unit);
        }
    }

    private async Task<string> Reply(Leg leg, UnitOfWork unit)
    {
        if (!leg.IsOfNoCall)
        {
            return await Reply(leg, await calls.Load(leg.CallId, unit), unit);
        }
        var script = await errands.Script(leg, unit);
        var (doing, within) = SweepRules.After(script);
        leg.Heard(doing, clock.GetUtcNow().ToInstant(), within);
        return twiml.Write(script, leg.CallId, leg.Id, leg.Step);
    }

    private async Task<string> Reply(Leg leg, CallRow call, UnitOfWork unit)
    {
        var script = await announcements.Before(await ScriptFor(leg, call, unit), leg, call, unit);
        foreach (var enter in script.Instructions.OfType<EnterRoom>())
        {
            await rooms.Open(TwimlWriter.RoomName(call.Id, enter.Room), call.Id, enter.Room, unit);
            leg.RoomSequence = leg.Room == enter.Room ? leg.RoomSequence : null;
        }
        var (doing, within) = SweepRules.After(script);
        leg.Heard(doing, clock.GetUtcNow().ToInstant(), within);
        leg.Asked = AsksOfMenu(call, script) ? menus.Visit(call).Node : null;
        return twiml.Write(script, call.Id, leg.Id, leg.Step);
    }

    private static bool AsksOfMenu(CallRow call, Script script) =>
        call.State == nameof(CallState.InMenu) && script.Instructions.OfType<Ask>().Any();

    private async Task<Script> ScriptFor(Leg leg, CallRow call, UnitOfWork unit) =>
        leg.Role switch
        {
            LegRoles.Officer => await ForOfficer(leg, call, unit),
            LegRoles.Agent => Scripts.ForAgent(
                call.Call(),
                call.AgentId is not null && (await legs.LiveAgent(call.Id, unit))?.Id == leg.Id,
                leg.Accepted,
                leg.Step,
                await menus.VoiceFor(call, Language.Bokmal, unit)
            ),
            LegRoles.ThirdParty => Scripts.ForThirdParty(
                call.Call(),
                (await TransferOf(call, unit))?.Transfer,
                leg.Id,
                leg.Accepted,
                leg.Step,
                await menus.VoiceFor(call, Language.Bokmal, unit)
            ),
            LegRoles.CalledBack when leg is { TransferId: null, Accepted: false } => Scripts.ForCalledInTurn(
                call.Call(),
                leg.Step,
                await menus.VoiceFor(call, menus.Visit(call).Language, unit)
            ),
            LegRoles.CalledBack when leg.TransferId is not null => Scripts.ForCalledBack(
                (await Load(leg.TransferId!, unit))?.Transfer,
                leg.Accepted,
                leg.Step,
                await menus.VoiceFor(call, menus.Visit(call).Language, unit)
            ),
            _ => await ForCaller(call, unit),
        };

    private async Task<Script> ForOfficer(Leg leg, CallRow call, UnitOfWork unit)
    {
        if (await Load(leg.TransferId!, unit) is not { } loaded)
        {
            return Script.Of(new HangUp());
        }
        var voice = await menus.VoiceFor(call, Language.Bokmal, unit, facts => places.Told(facts, loaded.Transfer));
        return Scripts.ForOfficer(loaded.Transfer, leg.Attempt!.Value, leg.Step, menus.Visit(call).Needs, voice);
    }

    private async Task<Script> ForCaller(CallRow call, UnitOfWork unit)
    {
        var transfer = (await TransferOf(call, unit))?.Transfer;
        if (call.State == nameof(CallState.InMenu) && !Scripts.IsJoined(transfer))
        {
            var turn = await menus.Ask(call, unit);
            return turn.Expecting is { } expecting
                ? Script.Of(new Ask(turn.Speech, expecting), new GoOn())
                : new Script([.. turn.Speech.Select(speech => new Say(speech)), End(turn)]);
        }
        var voice = await menus.VoiceFor(call, menus.Visit(call).Language, unit);
        return Scripts.ForCaller(call.Call(), transfer, voice, await First(call, voice, unit), await InQueue(call, voice, unit));
    }

    // A place is told when it has changed, not every quarter of a minute.
    private async Task<IReadOnlyList<Spoken>> InQueue(CallRow call, Voice voice, UnitOfWork unit)
    {
        if (call is not { State: nameof(CallState.Waiting), AgentId: null })
        {
            return Scripts.InQueue(voice, null, null);
        }
        var inOrder = await queue.InOrder(unit);
        var position = QueueRules.PositionOf(new(call.Id), inOrder);
        if (position == call.ToldPosition)
        {
            return Scripts.InQueue(voice, null, null);
        }
        call.ToldPosition = position;
        await calls.Save(call, unit);
        return Scripts.InQueue(voice, position, position is { } place ? await queue.WaitAt(place, inOrder, unit) : null);
    }

    private static Instruction End(MenuTurn turn) =>
        turn.Outcome is MenuOutcome.Forward forward ? new SendOn(forward.Number.Number) : new HangUp();

    // What the menu said where it ended, once, before the usual words of list or ladder.
    private async Task<IReadOnlyList<Spoken>> First(CallRow call, Voice voice, UnitOfWork unit)
    {
        if (!call.Unsaid)
        {
            return [];
        }
        var speech = (await menus.Ask(call, unit)).Speech;
        call.Unsaid = false;
        await calls.Save(call, unit);
        return call.State == nameof(CallState.InTransfer) ? [.. speech, voice.Spoken(Prompts.Connecting)] : speech;
    }

    private async Task<Loaded?> TransferOf(CallRow call, UnitOfWork unit) => call.TransferId is { } id ? await Load(id, unit) : null;

    private async Task<Loaded?> Load(string transferId, UnitOfWork unit) =>
        await transfers.Find(transferId, unit) is { } row ? new(row, await transfers.Load(row, unit)) : null;

    private sealed record Loaded(TransferRow Row, Transfer Transfer);
}
