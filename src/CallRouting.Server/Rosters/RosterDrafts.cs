using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Notices;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace CallRouting.Server.Rosters;

/// <summary>A draft from its first save to what everybody relies on. Whoever edits the same one at once is told, and overwrites nothing.</summary>
public sealed class RosterDrafts(
    RosterStore rosters,
    PublishedStore published,
    CoverageNow coverage,
    RosterNotices notices,
    Timeline timeline,
    TimeProvider clock
)
{
    private Instant Now => clock.GetUtcNow().ToInstant();

    /// <summary>The draft; without one, what stands, to begin from.</summary>
    public async Task<DraftAnswer> Read(DutyLine line, UnitOfWork unit) =>
        await published.DraftOf(line.Id, unit) is { } draft
            ? new(line.Id.Value, draft.Version, draft.Edited.By, draft.Edited.At.ToDateTimeOffset(), RosterBody.Of(draft.Roster))
            : new(line.Id.Value, 0, null, null, RosterBody.Of((await rosters.ForLine(line.Id, Now, unit)).Roster));

    public async Task<Results<Ok<DraftAnswer>, ProblemHttpResult>> Save(DutyLine line, SaveDraftRequest request, Who who, UnitOfWork unit)
    {
        var reader = new RosterBodyReader(line.Id);
        var draft = reader.Read(request.Roster ?? new(null, null));
        if (reader.Problems is [var first, ..])
        {
            return Problems.BadInput(first.Where, first.Sentence, $"{reader.Problems.Count} in all.");
        }
        if (!await published.Save(line.Id, draft, new Decided(who.Name, Now), request.Version, unit))
        {
            return Problems.Conflict($"Somebody else has saved the draft of line {line.Id} since version {request.Version}. Read it anew.");
        }
        return TypedResults.Ok(await Read(line, unit));
    }

    /// <summary>What would come of publishing; nothing is changed.</summary>
    public async Task<Results<Ok<PublishAnswer>, ProblemHttpResult>> Check(DutyLine line, PublishBody body, Who who, UnitOfWork unit) =>
        await Decide(line, body, who, await coverage.Facts(unit), unit) is { } decision
            ? TypedResults.Ok(PublishAnswer.Of(decision))
            : NoDraft(line, body);

    public async Task<Results<Ok<PublishAnswer>, ProblemHttpResult>> Publish(DutyLine line, PublishBody body, Who who, UnitOfWork unit) =>
        await Publish(line, body, who, await coverage.Facts(unit), unit);

    /// <summary>Many lines for the same period; what coverage is measured against is read once for all of them.</summary>
    /// <returns>Which were not published, and why. The others were.</returns>
    public async Task<IReadOnlyList<(DutyLine Line, ProblemHttpResult Why)>> PublishAll(
        IEnumerable<DutyLine> lines,
        PublishBody body,
        Who who,
        UnitOfWork unit
    )
    {
        var facts = await coverage.Facts(unit);
        var refused = new List<(DutyLine, ProblemHttpResult)>();
        foreach (var line in lines)
        {
            if ((await Publish(line, body, who, facts, unit)).Result is ProblemHttpResult why)
            {
                refused.Add((line, why));
            }
        }
        return refused;
    }

    private async Task<Results<Ok<PublishAnswer>, ProblemHttpResult>> Publish(
        DutyLine line,
        PublishBody body,
        Who who,
        CoverageFacts facts,
        UnitOfWork unit
    )
    {
        if (await Decide(line, body, who, facts, unit) is not { } decision)
        {
            return NoDraft(line, body);
        }
        if (!decision.MayPublish)
        {
            return Problems.Conflict(WhyNot(decision));
        }
        await published.Add(line.Id, decision.Version, Accepted(body, decision.Version.Published), unit);
        await published.Drop(line.Id, unit);
        await Tell(line, decision, who, unit);
        await notices.Published(line, decision.Version, decision.Changes, who, unit);
        return TypedResults.Ok(PublishAnswer.Of(decision));
    }

    // Null where there is no draft, or no period.
    private async Task<PublishDecision?> Decide(DutyLine line, PublishBody body, Who who, CoverageFacts facts, UnitOfWork unit)
    {
        if (Days(body) is not { } days || await published.DraftOf(line.Id, unit) is not { } draft)
        {
            return null;
        }
        var asked = new Decided(who.Name, Now);
        var stands = await coverage.Published(line, unit);
        var others = new List<CoveredLine>();
        foreach (var other in (await rosters.LinesWith(line, unit)).Where(other => other.Id != line.Id))
        {
            others.Add(await coverage.Published(other, unit));
        }
        var request = new PublishRequest(
            stands,
            draft.Roster.Beside(stands.Rosters.Versions[0].Roster),
            days,
            asked,
            Accepted(body, asked),
            others
        );
        // Somebody whom the line's calls do not ring is not there to answer, whatever a draft says.
        var theirs = (await rosters.OfficersOf(line, unit)).ToDictionary(officer => officer.Id);
        return PublishRules.Decide(request, facts with { Officers = theirs });
    }

    internal static ProblemHttpResult Missing(DutyLine line) =>
        Problems.NotFound("draft", $"draft of line {line.Id}", "PUT /api/lines/{line}/draft begins one.");

    private static Validity? Days(PublishBody body) =>
        AskedDays.Date(body.FirstDay) is { } first && AskedDays.Date(body.LastDay) is { } last
            ? new Validity(first, last.PlusDays(1))
            : null;

    private static IReadOnlyList<AcceptedGap> Accepted(PublishBody body, Decided by) =>
        [.. (body.AcceptedGaps ?? []).Select(gap => gap.Gap(by))];

    private static ProblemHttpResult NoDraft(DutyLine line, PublishBody body) =>
        Days(body) is null
            ? Problems.BadInput(
                "firstDay, lastDay",
                $"\"{body.FirstDay}\" to \"{body.LastDay}\" is not a period.",
                "Give dates such as 2027-01-01."
            )
            : Missing(line);

    private static string WhyNot(PublishDecision decision) =>
        string.Join(
            ' ',
            decision
                .Problems.Where(problem => problem.Hinders)
                .Select(problem => problem.ToString())
                .Concat(decision.Unaccepted.Select(gap => $"Nobody answers from {gap.From} to {gap.To}; accept the gap with a reason."))
                .Take(5)
        );

    private Task Tell(DutyLine line, PublishDecision decision, Who who, UnitOfWork unit)
    {
        var days = decision.Version.Days;
        var told = new Told(
            RosterStories.Published,
            who.Name,
            $"{line.Id} version {decision.Version.Number}, {LocalDatePattern.Iso.Format(days.From)} to {LocalDatePattern.Iso.Format(days.To!.Value.PlusDays(-1))}"
        );
        return timeline.Tell([told], new Subject(Unit: line.Unit.Value), Now, unit);
    }
}

/// <summary>What the timeline tells of rosters.</summary>
public static class RosterStories
{
    public const string Published = "roster published";
    public const string Changed = "roster changed";
}
