using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Offices;
using CallRouting.Core.Queue;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Menus;
using CallRouting.Server.Offices;
using CallRouting.Server.Queue;
using CallRouting.Server.Transfers;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Agents;

/// <summary>Gathers what one agent has in front of them, at one moment.</summary>
public sealed class Desk(
    Pool pool,
    QueueFigures figures,
    CallStore calls,
    TransferStore transfers,
    TalkStore talks,
    RoomDesk rooms,
    CallbackStore callbacks,
    MenuRunner menus,
    PlacesInForce registers,
    Seal seal,
    TimeProvider clock
)
{
    /// <summary>Null for an agent that the roster does not know.</summary>
    public async Task<DeskAnswer?> Of(string agentId, UnitOfWork unit)
    {
        var now = clock.GetUtcNow().ToInstant();
        var agents = await pool.Now(unit);
        if (agents.FirstOrDefault(each => each.Agent.Id == agentId) is not { } agent)
        {
            return null;
        }
        var waiting = await figures.InOrder(unit);
        return new(
            now.ToDateTimeOffset(),
            new(agent.Agent.Id, agent.Agent.Name),
            PresenceAnswer.Of(agent),
            StationAnswer.Of(agent.Station),
            QueueNowAnswer.Of(waiting, agents, await figures.Facts(waiting, agents, unit), now),
            await calls.OfAgent(agentId, unit) is { } call ? await CallOf(call, now, unit) : null
        );
    }

    private async Task<DeskCallAnswer> CallOf(CallRow row, Instant now, UnitOfWork unit)
    {
        var visit = menus.Visit(row);
        var room = await rooms.Of(row, unit);
        return new(
            row.Id,
            row.State,
            row.AgentPlace!,
            row.Language,
            row.Urgency,
            NeedsAnswer.Of(visit.Needs),
            PlaceOf(visit, now.OsloDate()),
            visit.Office is { } office ? OfficeOf(office, now.OsloDate()) : null,
            row.StartedAt.ToDateTimeOffset(),
            (int)((await talks.RungAt(row.Id, unit) ?? now) - (row.WaitingSince ?? row.StartedAt)).TotalSeconds,
            row.Away,
            row.CallerHash is { } caller && await callbacks.AnyOpenOf(caller, row.Id, unit),
            room.Muted,
            room.CallerOnHold,
            room.ThirdParties,
            row.Note is null ? null : NoteAnswer.Of(seal.Read<Core.Callbacks.OfficeNote>(row.Note)),
            [.. (await callbacks.OpenOfCall(row.Id, unit)).Select(DeskCallbackAnswer.Of)],
            await TransferOf(row, unit)
        );
    }

    private DeskPlaceAnswer? PlaceOf(MenuVisit visit, LocalDate today) =>
        visit.AreaCode is { } area && registers.Places.Numbered(area[..4], today) is { } place
            ? new(area, District(area, today) is { } district ? $"{district}, {place.Name}" : place.Name, place.CountyName, visit.Postcode)
            : null;

    private string? District(string area, LocalDate today) =>
        area.Length > 4 ? registers.Places.DistrictsOf(area[..4], today).FirstOrDefault(district => district.AreaCode == area)?.Name : null;

    private DeskOfficeAnswer OfficeOf(UnitNumber office, LocalDate today) =>
        new(office.Value, registers.Places.OfficeNumbered(office, today)?.Name ?? office.Value);

    private async Task<TransferAnswer?> TransferOf(CallRow row, UnitOfWork unit) =>
        await transfers.OfCall(row.Id, unit) is [.., var latest] ? await TransferAnswer.Of(latest, transfers, unit) : null;
}
