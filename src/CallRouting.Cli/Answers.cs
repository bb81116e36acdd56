namespace CallRouting.Cli;

// What the server's OpenAPI document promises, as far as it is printed here.

public sealed record CallAnswer(
    string Id,
    string State,
    string Language,
    string Urgency,
    string? AreaCode,
    string? Unit,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    string? EndedBecause
);

public sealed record CallStory(CallAnswer Call, IReadOnlyList<StoryEvent> Timeline);

public sealed record StoryEvent(DateTimeOffset At, string Kind, string? Who, string? Detail);

public sealed record QueueAnswer(
    string Call,
    int Position,
    string Language,
    string Urgency,
    string? AreaCode,
    string? Unit,
    int WaitedSeconds,
    bool First,
    bool IsCallback,
    string? TakenBy
);

public sealed record AgentAnswer(string Id, string Name, string Presence, DateTimeOffset Since, bool AtWork, string? Call);

public sealed record CallbackAnswer(
    string Call,
    string? Unit,
    string Reason,
    bool Urgent,
    string Language,
    string Number,
    DateTimeOffset DueAt,
    bool Overdue,
    DateTimeOffset? RingsAgainAt,
    int Rings
);

public sealed record FlagAnswer(string? Call, string? Unit, string Reason, bool Urgent, bool CountsAgainstOffice, DateTimeOffset RaisedAt);

public sealed record PlacesFound(string On, IReadOnlyList<PlaceHit> Hits, string Note);

public sealed record PlaceHit(string Kind, string Code, string Name, PlaceAnswer? Place, OfficeName? Office);

public sealed record PlaceAnswer(string NameAlone, IReadOnlyList<ServedArea> Offices);

public sealed record ServedArea(string AreaName, OfficeName Office, string Confidence);

public sealed record OfficeName(string Unit, string Name);
