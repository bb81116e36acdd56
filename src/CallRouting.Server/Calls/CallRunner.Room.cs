using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using CallRouting.Server.Live;

namespace CallRouting.Server.Calls;

/// <summary>What an agent does in the room, and who else is there.</summary>
public sealed partial class CallRunner
{
    /// <summary>Rings somebody who is to come into the room.</summary>
    /// <param name="name">As the agent and the timeline see it; never a caller's.</param>
    public async Task<Leg> AskIntoRoom(CallRow call, string name, PhoneNumber phone, UnitOfWork unit)
    {
        var leg = new Leg
        {
            CallId = call.Id,
            Role = LegRoles.ThirdParty,
            Name = name,
            Phone = Phones.Plain(phone.E164),
            RingSeconds = options.Value.ThirdPartyRingSeconds,
        };
        await orders.Dial(leg, phone.E164, Priorities.LiveCaller, unit);
        await TellOf(leg, ThirdPartyStories.Ringing, unit);
        return leg;
    }

    public Task TellOf(Leg leg, string kind, UnitOfWork unit, string? detail = null) =>
        timeline.Tell([new Told(kind, leg.Name, detail)], new Subject(leg.CallId), Now, unit);

    public async Task PutOnHold(CallRow call, UnitOfWork unit)
    {
        if (await legs.LiveCaller(call.Id, unit) is { Held: false } caller)
        {
            caller.Held = true;
            await legs.Save(caller, unit);
            await orders.Hold(caller, unit);
        }
    }

    public async Task TakeOffHold(CallRow call, UnitOfWork unit)
    {
        if (await legs.LiveCaller(call.Id, unit) is { Held: true } caller)
        {
            caller.Held = false;
            await legs.Save(caller, unit);
            await orders.Unhold(caller, unit);
        }
    }

    // Whoever was asked in is where the caller is, or is thanked and let go: nobody is left in a room without the caller.
    private async Task TellThirdParties(CallRow call, UnitOfWork unit)
    {
        var parties = await legs.ThirdParties(call.Id, unit);
        if (parties.Count == 0)
        {
            return;
        }
        var transfer = call.TransferId is { } id && await transfers.Find(id, unit) is { } row ? await transfers.Load(row, unit) : null;
        var room = Scripts.RoomOfCaller(call.Call(), transfer);
        foreach (var party in parties.Where(party => room is null || party.Room is { } other && other != room))
        {
            await (party.Accepted ? orders.Tell(party, unit) : orders.End(party, unit));
        }
    }
}

/// <summary>The timeline's words for who was asked into a call. Stored for years: add, never change.</summary>
public static class ThirdPartyStories
{
    public const string Ringing = "third party rung";
    public const string Joined = "third party joined";
    public const string Left = "third party left";
    public const string NotReached = "third party not reached";
}
