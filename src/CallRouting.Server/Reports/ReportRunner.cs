using CallRouting.Core.Offices;
using CallRouting.Core.Reports;
using CallRouting.Server.Database;
using CallRouting.Server.Offices;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Reports;

/// <summary>Makes reports, publishes and corrects them. Contesting and ruling are <see cref="ObjectionRunner"/>'s.</summary>
public sealed class ReportRunner(
    ReportStore reports,
    ObjectionStore objections,
    ReleaseStore releases,
    ReleaseRunner publicity,
    ReportLetters letters,
    PeriodReader reader,
    PlacesInForce registers,
    OpeningHours hours,
    Reads reads,
    Writes writes,
    Ids ids,
    TimeProvider clock
)
{
    /// <summary>Whoever makes reports by the calendar.</summary>
    public const string Schedule = "schedule";

    private Instant Now => clock.GetUtcNow().ToInstant();

    /// <summary>Places as they were on the period's last day: history follows the successor.</summary>
    public ReportSubjects SubjectsOf(ReportPeriod period) => new(registers.Places, period.Last);

    /// <summary>The report of a subject and a period: there is one, made now if it was not.</summary>
    public async Task<ReportOutcome> Make(Scope scope, ReportPeriod period, string by, CancellationToken cancel)
    {
        if (period.Last >= Now.OsloDate())
        {
            return ReportOutcome.Refused(ReportRefusal.NotYetMade);
        }
        var subjects = SubjectsOf(period);
        await Make([scope], subjects, await reader.Read(scope, period, subjects, cancel), by, cancel);
        return new(await reads.Ask(unit => reports.Of(scope, period, unit), cancel), null);
    }

    /// <summary>The reports of every municipality, every county and the country that are not made yet. Tells how many it made.</summary>
    public async Task<int> MakeAll(ReportPeriod period, CancellationToken cancel)
    {
        var subjects = SubjectsOf(period);
        var made = await reads.Ask(unit => reports.SubjectsOf(period, unit), cancel);
        var owed = subjects.All().Where(scope => !made.Contains($"{scope}")).ToList();
        if (owed.Count > 0)
        {
            await Make(owed, subjects, await reader.Read(Scope.Country, period, subjects, cancel), Schedule, cancel);
        }
        return owed.Count;
    }

    private async Task Make(
        IReadOnlyList<Scope> scopes,
        ReportSubjects subjects,
        PeriodFigures figures,
        string by,
        CancellationToken cancel
    )
    {
        var now = Now;
        var release = await ReleaseBefore(figures.Period, cancel);
        foreach (var scope in scopes)
        {
            var content = ReportWriter.Write(scope, subjects, figures, release, now);
            var report = new ReportRow
            {
                Id = ids.Next(),
                Subject = $"{scope}",
                Name = content.Name,
                Period = $"{figures.Period}",
                FirstDay = figures.Period.First,
                LastDay = figures.Period.Last,
                MadeAt = now,
                MadeBy = by,
                LastDayToObject = ReportRules.LastDayToObject(now, hours),
            };
            await writes.Commit(unit => Add(report, content, by, now, unit), cancel);
        }
    }

    private async Task Add(ReportRow report, ReportContent content, string by, Instant now, UnitOfWork unit)
    {
        if (await reports.Add(report, unit))
        {
            await reports.Add(VersionOf(report, 0, content, before: "", by, now), unit);
            await letters.Write(report, LetterAbout.Opened, now, unit);
        }
    }

    /// <summary>Publishes what is ripe: of which rows can be contested no more, and each objection has its ruling. Tells how many it published.</summary>
    public async Task<int> PublishRipe(CancellationToken cancel)
    {
        var ripe = await reads.Ask(unit => reports.Ripe(Now.OsloDate(), unit), cancel);
        var published = 0;
        foreach (var period in ripe.GroupBy(report => report.Period))
        {
            var days = period.First().Days;
            var subjects = SubjectsOf(days);
            var open = await reads.Ask(unit => objections.OfDays(days.Days, unit), cancel);
            var unruled = open.Where(one => one.RuledAt is null).ToList();
            var ready = period.Where(report => WhyNot(report, subjects, unruled) is null).ToList();
            if (ready.Count > 0)
            {
                published += await Publish(ready, days, subjects, cancel);
            }
        }
        return published;
    }

    private ReportRefusal? WhyNot(ReportRow report, ReportSubjects subjects, IEnumerable<ObjectionRow> unruled) =>
        ReportRules.Publishing(
            report.Life,
            unruled.Count(one => subjects.Covers(report.Scope, new(one.UnitNumber, "", one.AreaCode))),
            Now
        );

    // The country is what everybody may see: its figures come first, so that municipalities stand beside what is public.
    private async Task<int> Publish(List<ReportRow> ready, ReportPeriod period, ReportSubjects subjects, CancellationToken cancel)
    {
        var widest = ready.Count == 1 ? ready[0].Scope : Scope.Country;
        var figures = await reader.Read(widest, period, subjects, cancel);
        if (ready.Any(report => report.Scope == Scope.Country))
        {
            await publicity.Release(period, figures.Whole, subjects, cancel);
        }
        var release = await ReleaseBefore(period, cancel);
        foreach (var report in ready)
        {
            var now = Now;
            var content = ReportWriter.Write(report.Scope, subjects, figures, release, now);
            await writes.Commit(unit => Publish(report, content, now, unit), cancel);
        }
        return ready.Count;
    }

    // An objection that came between the look and here keeps the report open.
    private async Task Publish(ReportRow report, ReportContent content, Instant now, UnitOfWork unit)
    {
        var open = (await objections.OfDays(report.Days.Days, unit)).Where(one => one.RuledAt is null);
        if (await reports.Find(report.Id, unit) is { PublishedAt: null } && WhyNot(report, SubjectsOf(report.Days), open) is null)
        {
            var before = (await reports.Version(report.Id, 0, unit))!.Hash;
            await reports.Published(report.Id, now, unit);
            await reports.Add(VersionOf(report, 1, content, before, Schedule, now), unit);
            report.Version = 1;
            await letters.Write(report, LetterAbout.Published, now, unit);
        }
    }

    /// <summary>Publishes a new version beside those that there are, which says why and what is otherwise.</summary>
    public async Task<ReportOutcome> Correct(ReportRow report, string why, string by, CancellationToken cancel)
    {
        if (report.PublishedAt is null)
        {
            return ReportOutcome.Refused(ReportRefusal.StillOpen);
        }
        var (period, now) = (report.Days, Now);
        var subjects = SubjectsOf(period);
        var figures = await reader.Read(report.Scope, period, subjects, cancel);
        if (report.Scope == Scope.Country)
        {
            await publicity.Release(period, figures.Whole, subjects, cancel);
        }
        var written = ReportWriter.Write(report.Scope, subjects, figures, await ReleaseBefore(period, cancel), now);
        return await writes.Commit(
            async unit =>
            {
                var last = (await reports.Versions(report.Id, unit))[^1];
                var changes = ReportChange.Between(ReportJson.Read<ReportContent>(last.Content).Figures, written.Figures);
                report.Version = last.Version + 1;
                await reports.Corrected(report.Id, report.Version, unit);
                await reports.Add(
                    VersionOf(report, report.Version, written with { Why = why, Changes = changes }, last.Hash, by, now),
                    unit
                );
                await letters.Write(report, LetterAbout.Corrected, now, unit);
                return new ReportOutcome(report, null);
            },
            cancel
        );
    }

    // What a report compares with is public: of its own period, or else of nothing.
    private async Task<Release?> ReleaseBefore(ReportPeriod period, CancellationToken cancel) =>
        await reads.Ask(unit => releases.Latest(period, unit), cancel) is { } row ? ReportJson.Read<Release>(row.Content) : null;

    private static VersionRow VersionOf(ReportRow report, int version, ReportContent content, string before, string by, Instant now)
    {
        var text = ReportJson.Write(content);
        return new()
        {
            ReportId = report.Id,
            Version = version,
            Content = text,
            Hash = ReportJson.Hash(text, before),
            MadeAt = now,
            MadeBy = by,
        };
    }
}
