using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using CallRouting.Server.Telephony;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Calls;

/// <summary>Legs that live: ended, told to ask again, held, muted; and keys into their rooms.</summary>
public sealed class Steering(
    ActionStore actions,
    LegStore legs,
    RoomStore rooms,
    LegEvents events,
    Doubts doubts,
    ProviderClient provider,
    Patience patience,
    Reads reads,
    Writes writes,
    TimeProvider clock
)
{
    private const int MostTries = 20;
    private const int PatientTries = 2;
    private const int NotFound = 20404;

    private Instant Now => clock.GetUtcNow().ToInstant();

    public async Task CarryOut(ActionRow action, CancellationToken cancel)
    {
        if (!await writes.Commit(unit => Claim(action, unit), cancel))
        {
            return;
        }
        var asked = Now;
        var answer = await Ask(action, cancel);
        await writes.Commit(unit => Answered(action, asked, answer, unit), cancel);
    }

    // Of one leg and one lane, another process may have the one before; and where only the last counts, a later one makes this one moot.
    private async Task<bool> Claim(ActionRow action, UnitOfWork unit)
    {
        var kind = ActionKinds.Of(action.Kind);
        var others = (await actions.OpenOf(action.LegId!, unit)).Where(open => ActionKinds.Of(open.Kind).Lane == kind.Lane).ToList();
        if (kind.LastCounts && others.Any(other => IsBefore(action, other)))
        {
            await actions.Done(action.Id, "overtaken by a later one", Now, unit);
            return false;
        }
        if (action.Kind == ActionKinds.End && others.Find(other => other is { Kind: ActionKinds.Dial, SentAt: null }) is { } unsent)
        {
            await Withdraw(action, unsent, unit);
            return false;
        }
        if (others.Any(other => IsBefore(other, action) && MustGoFirst(kind, other)))
        {
            await actions.Again(action.Id, Now + patience.Until(0), "after what was written before it", unit);
            return false;
        }
        return await actions.Take(action, Now + patience.Claim, sentAt: null, Now, unit);
    }

    // To be ended before it was rung: it is not rung at all, and its phone is free.
    private async Task Withdraw(ActionRow end, ActionRow dial, UnitOfWork unit)
    {
        await actions.Done(dial.Id, "withdrawn before it was sent", Now, unit);
        await actions.Done(end.Id, "done", Now, unit);
        await events.End((await legs.Find(end.LegId!, unit))!, LegEnding.Cancelled, unit);
    }

    private bool MustGoFirst(ActionKind kind, ActionRow other) => other.ClaimedUntil > Now || kind.Lane == Lane.Keys;

    private static bool IsBefore(ActionRow one, ActionRow other) => string.CompareOrdinal(one.Id, other.Id) < 0;

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

    private async Task Answered(ActionRow action, Instant asked, ProviderAnswer answer, UnitOfWork unit)
    {
        var leg = (await legs.Find(action.LegId!, unit))!;
        if (MayTryAgain(action, leg, answer))
        {
            await actions.Again(action.Id, Now + patience.Until(action.Tries, answer.RetryAfter), $"{answer}", unit);
            DoubtRoom(action, leg, answer);
            return;
        }
        await actions.Done(action.Id, answer is ProviderAnswer.Done ? "done" : $"{answer}", Now, unit);
        if (action.Kind == ActionKinds.End)
        {
            await Ended(leg, answer, unit);
        }
        else if (answer is not ProviderAnswer.Done)
        {
            // It went otherwise than we believed; the provider knows how.
            doubts.Doubt(leg.Id);
        }
        else if (action.Kind == ActionKinds.Tell && !(leg.HeardAt >= asked))
        {
            // Now it asks, at once, or somebody asks after it.
            await legs.WasAsked(leg.Id, Now + SweepRules.SentFor, unit);
        }
    }

    // That the room has begun may have been reported to nobody.
    private void DoubtRoom(ActionRow action, Leg leg, ProviderAnswer answer)
    {
        if (answer is ProviderAnswer.NotDone && leg.Room is not null && action.Tries >= PatientTries)
        {
            doubts.Doubt(leg.Id);
        }
    }

    // What the provider confirmed as ended has ended, whether or not it is reported too; what it does not know any more also.
    private async Task Ended(Leg leg, ProviderAnswer answer, UnitOfWork unit)
    {
        if (answer is ProviderAnswer.Done or ProviderAnswer.Refused && leg is { EndedAt: null })
        {
            await events.End(leg, leg.Rank < CallStatus.InProgress ? LegEnding.Cancelled : LegEnding.Completed, unit);
        }
        else if (leg.EndedAt is null)
        {
            doubts.Doubt(leg.Id);
        }
    }

    private bool MayTryAgain(ActionRow action, Leg leg, ProviderAnswer answer) =>
        action.Tries < MostTries
        && answer switch
        {
            ProviderAnswer.NotDone => true,
            ProviderAnswer.Unknown => ActionKinds.Of(action.Kind).IfUnknown == IfUnknown.AskAgain,
            // A call or participant that was made a moment ago is not known everywhere yet (contract §6.3).
            ProviderAnswer.Refused { Code: NotFound } => Now < leg.CreatedAt + SweepRules.EventuallyKnown,
            _ => false,
        };
}
