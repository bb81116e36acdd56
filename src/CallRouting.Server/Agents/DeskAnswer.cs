using CallRouting.Core.Agents;
using CallRouting.Core.Callbacks;
using CallRouting.Core.Queue;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Calls;
using CallRouting.Server.Queue;
using CallRouting.Server.Transfers;
using NodaTime;

namespace CallRouting.Server.Agents;

/// <summary>All that one agent needs to see, taken at one moment.</summary>
/// <param name="Now">The server's clock; seconds left are counted from it.</param>
public sealed record DeskAnswer(
    DateTimeOffset Now,
    DeskAgentAnswer Agent,
    PresenceAnswer Presence,
    StationAnswer Station,
    QueueNowAnswer Queue,
    DeskCallAnswer? Call
);

public sealed record DeskAgentAnswer(string Id, string Name);

/// <param name="State">SignedOut, Ready, Paused, WrapUp or NotAnswering.</param>
/// <param name="Offered">Calls come by themselves.</param>
/// <param name="Codes">What may be said as code in this state.</param>
public sealed record PresenceAnswer(string State, DateTimeOffset Since, bool Offered, string? Code, IReadOnlyList<string> Codes)
{
    public static PresenceAnswer Of(AgentNow agent) =>
        new(
            agent.Presence.State.ToString(),
            agent.Presence.Since.ToDateTimeOffset(),
            agent.Presence.Offered,
            agent.Presence.Code,
            PresenceCodes.Of(agent.Presence.State)
        );
}

/// <param name="Away">At work nowhere: paused, not answering, or with a console that is silent.</param>
/// <param name="ExpectedWaitSeconds">What somebody who came now would wait; null where nobody is at work.</param>
public sealed record QueueNowAnswer(
    int Waiting,
    int Urgent,
    int LongestWaitSeconds,
    int Ready,
    int Talking,
    int Away,
    int? ExpectedWaitSeconds,
    bool Overloaded
)
{
    public static QueueNowAnswer Of(IReadOnlyList<QueuePlace> waiting, IReadOnlyList<AgentNow> agents, QueueFacts facts, Instant now) =>
        new(
            waiting.Count,
            waiting.Count(place => place.Urgent),
            (int)waiting.Select(place => (now - place.Since).TotalSeconds).DefaultIfEmpty().Max(),
            agents.Count(agent => agent.IsAtWork && !agent.Talking && agent.Presence.State == PresenceState.Ready),
            agents.Count(agent => agent.Talking),
            agents.Count(agent => !agent.IsAtWork && agent.Presence.State != PresenceState.SignedOut),
            (int?)facts.ExpectedWait?.TotalSeconds,
            facts.Overloaded
        );
}

/// <param name="State">Waiting, WithAgent or InTransfer.</param>
/// <param name="AgentPlace">Rung or InRoom.</param>
/// <param name="WaitedSeconds">Until the agent's station was rung.</param>
/// <param name="IsCallback">The caller kept the place and hung up: they are rung once the agent is in the room.</param>
/// <param name="MayHaveCallback">The number that calls may be owed a call-back by an earlier call; said to the agent only.</param>
/// <param name="Transfer">The latest, over or not.</param>
public sealed record DeskCallAnswer(
    string Id,
    string State,
    string AgentPlace,
    string Language,
    string Urgency,
    NeedsAnswer Needs,
    DeskPlaceAnswer? Place,
    DeskOfficeAnswer? Office,
    DateTimeOffset Since,
    int WaitedSeconds,
    bool IsCallback,
    bool MayHaveCallback,
    bool Muted,
    bool CallerOnHold,
    IReadOnlyList<ThirdPartyAnswer> ThirdParties,
    NoteAnswer? Note,
    IReadOnlyList<DeskCallbackAnswer> Callbacks,
    TransferAnswer? Transfer
);

/// <param name="AreaCode">Four digits, or six for a district.</param>
public sealed record DeskPlaceAnswer(string AreaCode, string Name, string County, string? Postcode);

public sealed record DeskOfficeAnswer(string Unit, string Name);

public sealed record DeskCallbackAnswer(string Id, string? Unit, DateTimeOffset DueAt)
{
    public static DeskCallbackAnswer Of(CallbackRow row) => new(row.Id, row.UnitNumber, row.DueAt.ToDateTimeOffset());
}

/// <param name="About">Food, Housing, Power, Medicine, Children, Safety, Other.</param>
/// <param name="Reach">Call, Text or Either.</param>
/// <param name="When">Any, Morning, Midday or Afternoon.</param>
public sealed record NoteAnswer(IReadOnlyList<string> About, string Reach, string When)
{
    public static NoteAnswer Of(OfficeNote note) =>
        new([.. note.About.Select(about => about.ToString())], note.Reach.ToString(), note.When.ToString());
}
