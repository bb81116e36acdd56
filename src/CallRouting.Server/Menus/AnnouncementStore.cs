using System.Text.Json;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Menus;

public sealed class AnnouncementStore
{
    private const string Latest = """
        select   id, texts, switched_on_at, switched_on_by, until_at
        from     announcements
        where    switched_off_at is null
        order by switched_on_at desc, id desc
        """;

    private const string Insert = """
        insert into announcements (id, texts, switched_on_at, switched_on_by, until_at)
        values (@Id, @Texts, @SwitchedOnAt, @SwitchedOnBy, @UntilAt)
        """;

    private const string End = "update announcements set switched_off_at = @now, switched_off_by = @who where switched_off_at is null";

    private const string StepHeard = """
        select leg_id, step
        from   announcements_heard
        where  call_id = @call and announcement_id = @announcement
        """;

    private const string Hear = """
        insert into announcements_heard (call_id, announcement_id, leg_id, step) values (@call, @announcement, @leg, @step)
        """;

    /// <summary>The one that is on, or null.</summary>
    public async Task<AnnouncementRow?> Current(Instant now, UnitOfWork unit) =>
        (await unit.First<AnnouncementRow>(Latest, 1)) is [var row] && !(row.UntilAt <= now) ? row : null;

    public Task Add(AnnouncementRow row, UnitOfWork unit) => unit.Execute(Insert, row);

    /// <summary>How many were on.</summary>
    public Task<int> SwitchOff(string who, Instant now, UnitOfWork unit) => unit.Execute(End, new { who, now });

    /// <summary>Where a call heard it, or null: it has not.</summary>
    public async Task<HeardAt?> Heard(string call, string announcement, UnitOfWork unit) =>
        (await unit.Query<HeardRow>(StepHeard, new { call, announcement })) is [var row] ? new(row.LegId, row.Step) : null;

    public Task Note(string call, string announcement, HeardAt at, UnitOfWork unit) =>
        unit.Execute(
            Hear,
            new
            {
                call,
                announcement,
                leg = at.Leg,
                step = at.Step,
            }
        );

    private sealed class HeardRow
    {
        public string LegId { get; set; } = "";

        public long Step { get; set; }
    }
}

/// <param name="Step">Of the leg that asked what to hear.</param>
public sealed record HeardAt(string Leg, long Step);

public sealed class AnnouncementRow
{
    public string Id { get; set; } = "";

    /// <summary>By the language's code, as JSON.</summary>
    public string Texts { get; set; } = "{}";

    public Instant SwitchedOnAt { get; set; }

    /// <summary>The person or, in the demo, the role.</summary>
    public string SwitchedOnBy { get; set; } = "";

    public Instant? UntilAt { get; set; }

    public IReadOnlyDictionary<string, string> ByLanguage() => JsonSerializer.Deserialize<Dictionary<string, string>>(Texts)!;
}
