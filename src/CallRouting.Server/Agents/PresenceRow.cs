using CallRouting.Core.Agents;
using CallRouting.Core.Calls;
using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Server.Agents;

/// <summary>An agent's presence and station as they are stored. The roster says who there is; this says who is here.</summary>
public sealed class PresenceRow
{
    public string AgentId { get; set; } = "";

    public string State { get; set; } = nameof(PresenceState.SignedOut);

    public Instant Since { get; set; }

    public bool Offered { get; set; } = true;

    public string? Code { get; set; }

    public Instant AliveUntil { get; set; }

    public Instant IdleSince { get; set; }

    public string? StationKind { get; set; }

    public string? StationNumber { get; set; }

    public int Version { get; set; }

    public Presence Presence() => new(AgentId, Enum.Parse<PresenceState>(State), Since, Offered, Code, AliveUntil, IdleSince);

    public void Take(Presence presence)
    {
        State = presence.State.ToString();
        Since = presence.Since;
        Offered = presence.Offered;
        Code = presence.Code;
        AliveUntil = presence.AliveUntil;
        IdleSince = presence.IdleSince;
    }

    public Station StationOf(Agent agent) =>
        StationKind is null
            ? new(StationKinds.DeskPhone, agent.Station)
            : new(StationKind, StationNumber is null ? agent.Station : new PhoneNumber(StationNumber));
}

/// <summary>Where an agent's calls ring.</summary>
public sealed record Station(string Kind, PhoneNumber Number);

/// <summary>Stored: add, never change.</summary>
public static class StationKinds
{
    public const string DeskPhone = "DeskPhone";

    /// <summary>The console's own telephone, in the browser.</summary>
    public const string Softphone = "Softphone";

    /// <summary>A telephone of the simulated network, for the demo.</summary>
    public const string VirtualHandset = "VirtualHandset";

    public static IReadOnlyList<string> All { get; } = [DeskPhone, Softphone, VirtualHandset];
}
