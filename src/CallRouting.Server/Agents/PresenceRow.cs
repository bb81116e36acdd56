using CallRouting.Core.Agents;
using CallRouting.Core.Calls;
using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Server.Agents;

/// <summary>An agent's presence and station as they are stored. The roster says who there is; this says who is here.</summary>
public class PresenceRow
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
        new(StationKind ?? StationKinds.DeskPhone, StationNumber is null ? agent.Station : new PhoneNumber(StationNumber), agent.Id);
}

/// <summary>An agent of the roster with presence and call. Of one never seen the columns are null, and the row keeps what it begins with.</summary>
public sealed class PoolRow : PresenceRow
{
    public string Name { get; set; } = "";

    /// <summary>The number of the agent's own desk.</summary>
    public string Station { get; set; } = "";

    public string? CallId { get; set; }

    public Agent Agent() => new(AgentId, Name, new PhoneNumber(Station));
}

/// <summary>Where an agent's calls ring.</summary>
/// <param name="Number">The telephone's number; the softphone has none of its own.</param>
public sealed record Station(string Kind, PhoneNumber Number, string Agent)
{
    public bool IsSoftphone => Kind == StationKinds.Softphone;

    /// <summary>What the provider is asked to ring: a number, or client: and who sits at the browser.</summary>
    public string Address => IsSoftphone ? $"client:{Agent}" : Number.E164;
}

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
