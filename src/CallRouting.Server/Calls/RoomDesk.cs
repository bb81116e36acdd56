using CallRouting.Server.Database;
using CallRouting.Server.Transfers;

namespace CallRouting.Server.Calls;

/// <summary>Who and what is in the room of a call, as its agent sees it.</summary>
public sealed class RoomDesk(LegStore legs, TransferStore transfers)
{
    public async Task<RoomAnswer> Of(CallRow call, UnitOfWork unit)
    {
        var transfer = call.TransferId is { } id ? await transfers.Find(id, unit) : null;
        return new(
            await legs.LiveAgent(call.Id, unit) is { Muted: true },
            transfer is { CallerIsHeld: true } || await legs.LiveCaller(call.Id, unit) is { Held: true },
            [.. (await legs.ThirdParties(call.Id, unit)).Select(ThirdPartyAnswer.Of)]
        );
    }
}

/// <param name="Muted">The agent's own voice is off.</param>
/// <param name="CallerOnHold">By the agent, or because officer and agent talk.</param>
public sealed record RoomAnswer(bool Muted, bool CallerOnHold, IReadOnlyList<ThirdPartyAnswer> ThirdParties);

/// <param name="State">Ringing, or InRoom.</param>
public sealed record ThirdPartyAnswer(string Leg, string Name, string State)
{
    public static ThirdPartyAnswer Of(Leg leg) => new(leg.Id, leg.Name ?? "", leg.Room is null ? "Ringing" : "InRoom");
}
