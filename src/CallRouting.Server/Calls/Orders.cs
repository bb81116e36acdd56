using CallRouting.Core.Calls;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Database;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Calls;

/// <summary>Writes down what is to be done, in the transaction of the state that wants it. The action worker does it afterwards.</summary>
public sealed class Orders(ActionStore actions, LegStore legs, Ids ids, TimeProvider clock)
{
    /// <summary>A new leg whose phone is to be rung; its phone is held against every other call of ours.</summary>
    public async Task Dial(Leg leg, string? hold, int priority, UnitOfWork unit)
    {
        leg.Id = ids.Next();
        leg.CreatedAt = Now;
        leg.Heard(LegDoing.Ringing, Now, SweepRules.WhileRinging(Duration.FromSeconds(leg.RingSeconds)) + DialRules.Freshness);
        await legs.Add(leg, unit);
        if (hold is not null)
        {
            await legs.Hold(hold, leg, Now, unit);
        }
        await Add(ActionKinds.Dial, leg, priority, unit);
    }

    public Task End(Leg? leg, UnitOfWork unit) => AddIfLive(ActionKinds.End, leg, unit);

    /// <summary>Told twice before it was told once, a leg would hear the beginning twice.</summary>
    public async Task Tell(Leg? leg, UnitOfWork unit)
    {
        if (leg is not null && !await actions.IsAskedFor(ActionKinds.Tell, leg.Id, unit))
        {
            await AddIfLive(ActionKinds.Tell, leg, unit);
        }
    }

    public Task Hold(Leg? leg, UnitOfWork unit) => AddIfLive(ActionKinds.Hold, leg, unit);

    public Task Unhold(Leg? leg, UnitOfWork unit) => AddIfLive(ActionKinds.Unhold, leg, unit);

    public Task Mute(Leg leg, UnitOfWork unit) => AddIfLive(ActionKinds.Mute, leg, unit);

    /// <summary>Keys into the room that a leg is in.</summary>
    public Task PressKeys(Leg leg, byte[] keys, UnitOfWork unit)
    {
        var press = New(ActionKinds.PressKeys, leg.CallId, Now);
        press.LegId = leg.Id;
        press.RoomKeys = keys;
        return actions.Add(press, unit);
    }

    /// <summary>An SMS to somebody of the office that a call went unanswered.</summary>
    public Task Message(string call, string transfer, string phone, UnitOfWork unit)
    {
        var message = New(ActionKinds.MessageOfficer, call, Now);
        message.TransferId = transfer;
        message.Phone = phone;
        message.Priority = Priorities.Notice;
        return actions.Add(message, unit);
    }

    /// <summary>An SMS to a caller whom a call-back did not reach.</summary>
    public Task MessageCaller(CallbackRow callback, UnitOfWork unit)
    {
        var message = New(ActionKinds.MessageCaller, callback.CallId, Now);
        message.CallbackId = callback.Id;
        message.Priority = Priorities.Notice;
        return actions.Add(message, unit);
    }

    public Task WakeCall(string call, Instant at, UnitOfWork unit) => actions.Add(New(ActionKinds.WakeCall, call, at), unit);

    /// <summary>The queue is looked at: who waits is offered to who is free. In a unit of its own, after this one.</summary>
    public Task MatchQueue(Instant at, UnitOfWork unit) => actions.Add(New(ActionKinds.MatchQueue, NoCall, at), unit);

    public Task WakeTransfer(string call, string transfer, Instant at, UnitOfWork unit)
    {
        var wake = New(ActionKinds.WakeTransfer, call, at);
        wake.TransferId = transfer;
        return actions.Add(wake, unit);
    }

    public Task RingCallback(CallbackRow callback, Instant at, UnitOfWork unit)
    {
        var ring = New(ActionKinds.RingCallback, callback.CallId, at);
        ring.CallbackId = callback.Id;
        return actions.Add(ring, unit);
    }

    // The queue is everybody's.
    private const string NoCall = "";

    private Instant Now => clock.GetUtcNow().ToInstant();

    private Task AddIfLive(string kind, Leg? leg, UnitOfWork unit) =>
        leg is null or { EndedAt: not null } ? Task.CompletedTask : Add(kind, leg, Priorities.LiveCaller, unit);

    private Task Add(string kind, Leg leg, int priority, UnitOfWork unit)
    {
        var action = New(kind, leg.CallId, Now);
        action.LegId = leg.Id;
        action.TransferId = leg.TransferId;
        action.Priority = priority;
        return actions.Add(action, unit);
    }

    private ActionRow New(string kind, string call, Instant at) =>
        new()
        {
            Id = ids.Next(),
            Kind = kind,
            CallId = call,
            WakeAt = at,
        };
}
