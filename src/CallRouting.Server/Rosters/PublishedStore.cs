using System.Collections.Concurrent;
using System.Text.Json;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Rosters;

/// <summary>What was published for duty lines, and what somebody works on.</summary>
public sealed class PublishedStore
{
    private const string OfLine = """
        select   line_id, number, first_day, end_day, content, published_by, published_at
        from     roster_versions
        where    line_id = @line
        order by number
        """;

    private const string AddVersion = """
        insert into roster_versions (line_id, number, first_day, end_day, content, accepted_gaps, published_by, published_at)
        values (@LineId, @Number, @FirstDay, @EndDay, @Content, @AcceptedGaps, @PublishedBy, @PublishedAt)
        """;

    private const string Draft = "select line_id, content, edited_by, edited_at, version from roster_drafts where line_id = @line";

    private const string AddDraft = """
        insert into roster_drafts (line_id, content, edited_by, edited_at, version)
        values (@LineId, @Content, @EditedBy, @EditedAt, @Version)
        """;

    private const string SaveDraft = """
        update roster_drafts
        set    content = @Content, edited_by = @EditedBy, edited_at = @EditedAt, version = @Version + 1
        where  line_id = @LineId and version = @Version
        """;

    private const string DropDraft = "delete from roster_drafts where line_id = @line";

    // A version never changes, so it is read once; as many as a country has in some years.
    private const int MostKept = 20_000;
    private readonly ConcurrentDictionary<(string Line, int Number), Roster> read = new();

    /// <summary>Empty for a line for which nothing was ever published.</summary>
    public async Task<IReadOnlyList<RosterVersion>> VersionsOf(DutyLineId line, UnitOfWork unit) =>
        [.. (await unit.Query<RosterVersionRow>(OfLine, new { line = line.Value })).Select(Version)];

    public Task Add(DutyLineId line, RosterVersion version, IReadOnlyList<AcceptedGap> accepted, UnitOfWork unit) =>
        unit.Execute(
            AddVersion,
            new
            {
                LineId = line.Value,
                version.Number,
                FirstDay = version.Days.From,
                EndDay = version.Days.To,
                Content = Write(version.Roster),
                AcceptedGaps = JsonSerializer.Serialize(accepted.Select(AcceptedGapBody.Of), JsonSerializerOptions.Web),
                PublishedBy = version.Published.By,
                PublishedAt = version.Published.At,
            }
        );

    public async Task<RosterDraft?> DraftOf(DutyLineId line, UnitOfWork unit) =>
        await unit.Find<RosterDraftRow>(Draft, new { line = line.Value }) is { } row
            ? new(Read(line, row.Content), new Decided(row.EditedBy, row.EditedAt), row.Version)
            : null;

    /// <param name="seen">The version that the editor began from; 0 where there was none.</param>
    /// <returns>False when somebody else has saved in the meantime.</returns>
    public async Task<bool> Save(DutyLineId line, Roster draft, Decided edited, int seen, UnitOfWork unit)
    {
        var row = new RosterDraftRow
        {
            LineId = line.Value,
            Content = Write(draft),
            EditedBy = edited.By,
            EditedAt = edited.At,
            Version = seen,
        };
        if (seen > 0)
        {
            return await unit.Execute(SaveDraft, row) == 1;
        }
        if (await DraftOf(line, unit) is not null)
        {
            return false;
        }
        row.Version = 1;
        await unit.Execute(AddDraft, row);
        return true;
    }

    public Task Drop(DutyLineId line, UnitOfWork unit) => unit.Execute(DropDraft, new { line = line.Value });

    private RosterVersion Version(RosterVersionRow row) =>
        new(row.Number, new Validity(row.FirstDay, row.EndDay), Roster(row), new Decided(row.PublishedBy, row.PublishedAt));

    private Roster Roster(RosterVersionRow row)
    {
        if (read.Count > MostKept)
        {
            read.Clear();
        }
        return read.GetOrAdd((row.LineId, row.Number), _ => Read(new DutyLineId(row.LineId), row.Content));
    }

    private static Roster Read(DutyLineId line, string content) =>
        RosterBodyReader.ReadStored(line, JsonSerializer.Deserialize<RosterBody>(content, JsonSerializerOptions.Web)!);

    private static string Write(Roster roster) => JsonSerializer.Serialize(RosterBody.Of(roster), JsonSerializerOptions.Web);

    private sealed class RosterVersionRow
    {
        public string LineId { get; set; } = "";

        public int Number { get; set; }

        public LocalDate FirstDay { get; set; }

        public LocalDate? EndDay { get; set; }

        public string Content { get; set; } = "";

        public string PublishedBy { get; set; } = "";

        public Instant PublishedAt { get; set; }
    }

    private sealed class RosterDraftRow
    {
        public string LineId { get; set; } = "";

        public string Content { get; set; } = "";

        public string EditedBy { get; set; } = "";

        public Instant EditedAt { get; set; }

        public int Version { get; set; }
    }
}

/// <param name="Version">Counts its saves, from 1.</param>
public sealed record RosterDraft(Roster Roster, Decided Edited, int Version);
